-- The jobs that were accepted: what a client submitted, from receipt-submitted. A job without a row in job_outcome is
-- live. There is no foreign key between the two: which of them is written first is left to chance.
-- Of a job that was deleted on request the row stays, without what the client said, so that the same fact, folded again,
-- does not bring it back.
create table job (
    job_id       uuid primary key,
    submitter    text not null,
    user_id      text,
    submitted_at timestamptz not null,
    filename     text,
    file_key     text,
    media_type   text,
    size         bigint,
    sha256       text,
    deleted_at   timestamptz,
    constraint what_was_not_deleted_is_whole check (
        deleted_at is not null
        or (filename is not null and file_key is not null and media_type is not null and size is not null
            and sha256 is not null)
    )
);

-- How much of receipt-submitted the table above holds, for each partition: everything that was published from
-- known_since to known_until, and every record before next_offset that the broker still had. Written together with the
-- jobs themselves, so a database that is restored from a backup knows what it lacks.
create table job_coverage (
    partition   integer primary key,
    next_offset bigint not null,
    known_since timestamptz not null,
    known_until timestamptz
);

-- Jobs whose files must go: written in the transaction that decides so, deleted once the files are gone.
create table file_removal (
    job_id uuid primary key,
    reason text not null check (reason in ('cancelled', 'expired', 'deleted')),
    since  timestamptz not null
);

-- Until now nobody removed what cancelled jobs had stored.
insert into file_removal (job_id, reason, since)
select job_id, 'cancelled', now() from job_outcome where outcome = 'cancelled';

-- Receipts whose retention has ended.
create index receipt_by_age on receipt (saved_at);
