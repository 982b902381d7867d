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

-- Lines know whose they are and of which day, so that sums and prices are found among them alone; and their names are
-- folded when they are saved, not for each question for a price. What stands in an index is cut to what its page holds.
-- Written anew once, in the order of their receipts.
create table receipt_line_new (
    like receipt_line including all,
    submitter    text,
    day          date,
    currency     text,
    sum_category text generated always as (left(category, 100)) stored,
    search_name  text not null generated always as (left(
        folded(left(coalesce(name, ''), 150) || ' ' || left(coalesce(original_name, ''), 150)), 300)) stored
);
insert into receipt_line_new
select line.*, receipt.submitter, receipt.day, receipt.currency
from receipt_line line join receipt on receipt.id = line.receipt_id
order by line.receipt_id, line.position;
drop table receipt_line;
alter table receipt_line_new rename to receipt_line;
alter index receipt_line_new_pkey rename to receipt_line_pkey;
alter table receipt_line
    add constraint receipt_line_receipt_id_fkey foreign key (receipt_id) references receipt (id) on delete cascade;

create function receipt_line_is_of_a_receipt() returns trigger language plpgsql as $$
begin
    select submitter, day, currency into new.submitter, new.day, new.currency from receipt where id = new.receipt_id;
    return new;
end $$;

create function receipt_moves_its_lines() returns trigger language plpgsql as $$
begin
    update receipt_line set submitter = new.submitter, day = new.day, currency = new.currency
    where receipt_id = new.id;
    return null;
end $$;

create trigger receipt_line_is_of_a_receipt before insert on receipt_line
    for each row execute function receipt_line_is_of_a_receipt();
create trigger receipt_moves_its_lines after update on receipt
    for each row
    when ((old.submitter, old.day, old.currency) is distinct from (new.submitter, new.day, new.currency))
    execute function receipt_moves_its_lines();

-- Sums by category and prices of a name are read off these, the latest prices first. Voided lines count for nothing.
create index receipt_line_by_day on receipt_line (submitter, day) include (sum_category, currency, net_price_grosze)
    where not voided;
create index receipt_line_by_name on receipt_line (submitter, day desc, receipt_id desc, position)
    include (search_name) where not voided;

-- No query ever used it: duplicates are looked for by their total, their day and their file.
drop index receipt_by_nip;

-- A file's name that few jobs have, or none.
create index job_by_filename on job using gin (submitter, lower(filename) gin_trgm_ops) where deleted_at is null;
