-- What a status shows of a saved job beside the receipt itself, so that it can be told again once the topics and Redis
-- have forgotten it: the claim check of its analysis and when its work began.
alter table receipt
    add column work_started_at timestamptz,
    add column analyzed_at     timestamptz,
    add column analysis_key    text,
    add column analysis_size   bigint,
    add column analysis_sha256 text;

-- Of what was saved before, neither was kept. Its work began with the submission at the earliest; and the claim check
-- is of no file, so that the analysis is read from this database.
update receipt set
    work_started_at = submitted_at,
    analyzed_at     = saved_at,
    analysis_key    = job_id || '/analysis.json',
    analysis_size   = 0,
    analysis_sha256 = repeat('0', 64);

alter table receipt
    alter column work_started_at set not null,
    alter column analyzed_at     set not null,
    alter column analysis_key    set not null,
    alter column analysis_size   set not null,
    alter column analysis_sha256 set not null;
