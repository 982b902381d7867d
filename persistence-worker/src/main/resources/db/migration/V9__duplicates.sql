-- The other receipts that may be the same purchase, as they were told when the job ended: whoever asks for its end
-- again gets the same. Null if there were none, and for jobs from before they were looked for.
alter table job_outcome
    add column duplicates jsonb;
