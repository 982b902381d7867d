-- What made queries slow among a million receipts. The tables of receipts and their lines are locked meanwhile, for
-- some minutes per million receipts.

-- Whose a receipt is, and what it says, are looked up together: what is a rare word among one person's receipts is on a
-- hundred thousand of others. A trusted extension, as pg_trgm is.
create extension if not exists btree_gin;

drop index receipt_search;
create index receipt_search
    on receipt using gin (submitter, search_text gin_trgm_ops, store_search gin_trgm_ops, categories)
    with (gin_pending_list_limit = 512);

-- Sums by month and by shop are read off these two without a look at any receipt.
drop index receipt_by_day, receipt_by_store_name;
create index receipt_by_day on receipt (submitter, day desc, id desc) include (currency, total_grosze);
create index receipt_by_store_name on receipt (submitter, store_order, id) include (day, currency, total_grosze);

-- Names of goods are folded when they are saved, not for each question for a price.
alter table receipt_line
    add column search_name text not null
        generated always as (folded(coalesce(name, '') || ' ' || coalesce(original_name, ''))) stored;

-- No query ever used it: duplicates are looked for by their total, their day and their file.
drop index receipt_by_nip;

-- A file's name that few jobs have, or none.
create index job_by_filename on job using gin (submitter, lower(filename) gin_trgm_ops) where deleted_at is null;
