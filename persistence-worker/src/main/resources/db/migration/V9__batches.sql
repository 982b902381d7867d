-- A file may come in a batch: which, at which place, and of how many files. The gateway asks for the jobs of a batch
-- that Redis has forgotten.
alter table job
    add column batch_id       uuid,
    add column batch_position integer,
    add column batch_size     integer;

create index job_by_batch on job (batch_id, batch_position) where batch_id is not null;
