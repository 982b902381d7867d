-- Groups of owners who share receipts. What belongs to a household has 'household:' and its id for its submitter.
create table household (
    id         text        primary key,
    name       text        not null,
    created_at timestamptz not null
);

create table household_member (
    household_id text        not null references household on delete cascade,
    owner        text        not null,
    -- Nobody invited who founded it.
    invited_by   text,
    invited_at   timestamptz not null,
    -- Until then nothing of theirs belongs to the household, and they see nothing of it.
    accepted_at  timestamptz,
    -- Where the owner's uploads belong if they do not say.
    is_default   boolean     not null default false,
    primary key (owner, household_id),
    check (accepted_at is not null or not is_default)
);

create index household_member_by_household on household_member (household_id);
create unique index household_default on household_member (owner) where is_default;
