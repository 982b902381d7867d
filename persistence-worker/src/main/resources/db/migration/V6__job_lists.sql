-- Jobs are listed by their submitter, newest first, of one outcome or of all: how a job ended therefore stands in its
-- own row as well. job_outcome stays what decides.
alter table job
    add column outcome  text,
    add column ended_at timestamptz;

-- Receipts of before the register's time.
insert into job (job_id, submitter, user_id, submitted_at, filename, file_key, media_type, size, sha256)
select job_id, submitter, user_id, submitted_at, filename, file_key, file_media_type, file_size, file_sha256
from receipt
on conflict (job_id) do nothing;

update job set outcome = job_outcome.outcome, ended_at = job_outcome.decided_at
from job_outcome where job_outcome.job_id = job.job_id;

-- Which of the two rows is written first is left to chance, and both may be under way at once without seeing each
-- other. So each waits for the other's transaction, by a lock on the job's id, and the second one completes the row.
create function job_is_accepted() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(new.job_id::text, 0));
    select outcome, decided_at into new.outcome, new.ended_at from job_outcome where job_id = new.job_id;
    return new;
end $$;

create function job_has_ended() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(new.job_id::text, 0));
    update job set outcome = new.outcome, ended_at = new.decided_at where job_id = new.job_id;
    return null;
end $$;

create trigger job_is_accepted before insert on job for each row execute function job_is_accepted();
create trigger job_has_ended after insert on job_outcome for each row execute function job_has_ended();

-- All jobs of a submitter, those that have not ended, and those of one outcome; newest first.
create index job_by_submitter on job (submitter, submitted_at desc, job_id desc) where deleted_at is null;
create index job_unfinished on job (submitter, submitted_at desc, job_id desc)
    where deleted_at is null and outcome is null;
create index job_by_outcome on job (submitter, outcome, submitted_at desc, job_id desc)
    where deleted_at is null and outcome is not null;
