-- Where owners want to be told of their jobs' ends. The secret is kept as it is, since messages are signed with it.
create table webhook (
    id             uuid        primary key,
    owner          text        not null,
    url            text        not null,
    events         text[]      not null,
    description    text        not null,
    secret         text        not null,
    -- Signed with as well until then, after the secret was replaced.
    earlier_secret text,
    earlier_until  timestamptz,
    created_at     timestamptz not null,
    -- The receiver answered that it is gone.
    disabled_at    timestamptz
);

create index webhook_by_owner on webhook (owner, created_at desc);

-- One message about one job to one webhook. How the job ended, and what of, is read when it is sent, so that nothing of
-- a receipt is kept here.
create table webhook_delivery (
    id              uuid        primary key,
    webhook_id      uuid        not null references webhook (id) on delete cascade,
    job_id          uuid        not null,
    event           text        not null,
    state           text        not null check (state in ('pending', 'delivered', 'given_up')),
    created_at      timestamptz not null,
    -- When it is to be tried; of one that a worker has in hand, when another one takes it, as that worker has died.
    due_at          timestamptz not null,
    in_hand         boolean     not null default false,
    attempts        integer     not null default 0,
    -- A replay begins a round of its own: a day from then on, and short pauses first.
    round_began_at  timestamptz not null,
    round_attempts  integer     not null default 0,
    ended_at        timestamptz,
    unique (webhook_id, job_id),
    constraint what_ended_has_a_time check ((state = 'pending') = (ended_at is null))
);

create index webhook_delivery_due on webhook_delivery (webhook_id, due_at) where state = 'pending';
create index webhook_delivery_by_time on webhook_delivery (webhook_id, created_at desc, id desc);
create index webhook_delivery_by_job on webhook_delivery (job_id);
create index webhook_delivery_ended on webhook_delivery (ended_at) where state <> 'pending';

create table webhook_attempt (
    delivery_id uuid        not null references webhook_delivery (id) on delete cascade,
    number      integer     not null,
    at          timestamptz not null,
    duration_ms bigint      not null,
    status      integer,
    fault       text,
    primary key (delivery_id, number)
);

-- Jobs whose end was heard of before the register had their submitter, or the database their end.
create table webhook_unassigned (
    job_id uuid        primary key,
    since  timestamptz not null
);
