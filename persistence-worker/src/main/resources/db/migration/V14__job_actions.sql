-- Acting on all jobs that match a filter. The work list is made with the action, so what matches later is not acted on.
create table job_action (
    action_id    uuid        primary key,
    submitter    text        not null,
    action       text        not null,
    filter       jsonb       not null,
    requested_at timestamptz not null,
    matched      integer     not null
);

-- state: 'waiting', 'done' or 'failed'. Whoever takes a job up says until when; if it dies, another one takes it up
-- after that.
create table job_action_item (
    action_id uuid        not null references job_action on delete cascade,
    job_id    uuid        not null,
    state     text        not null default 'waiting',
    reason    text,
    taken_until timestamptz,
    primary key (action_id, job_id)
);

create index job_action_waiting on job_action_item (action_id) where state = 'waiting';
create index job_action_by_age on job_action (requested_at);
