-- The jobs that failed and were submitted once more: the new job has the same owner and a copy of the upload. Written
-- before anything else is done, so that asking for a replay again finishes the one that was begun.
create table job_replay (
    job_id      uuid primary key references job_outcome (job_id),
    replayed_as uuid not null unique,
    replayed_at timestamptz not null
);

-- The jobs that failed, newest first.
create index job_outcome_failed on job_outcome (decided_at desc, job_id desc) where outcome = 'failed';
