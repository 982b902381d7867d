-- What receipts are found and listed by. All of it is derived by the database itself, in one place, so it fits what is
-- saved, corrected or was there before. Adding these columns rewrites the table once: a minute for a million receipts.

-- Finds a part of a text by its three-letter groups. A trusted extension: the owner of the database may create it.
create extension if not exists pg_trgm;

-- A text as it is compared: lower case, without diacritics. Canonical decomposition parts every letter from its marks
-- but the Polish ł.
create function folded(text) returns text
    language sql immutable strict parallel safe
    return lower(
        translate(regexp_replace(normalize($1, nfd), '[\u0300-\u036f]', '', 'g'), 'łŁ', 'll') collate "pl-x-icu");

-- The categories of a receipt's goods and those above them, folded: of 'Nabiał > Sery' both 'nabial' and
-- 'nabial > sery', and the same in English.
create function category_paths(jsonb) returns text[]
    language sql immutable strict parallel safe
    return (
        select coalesce(array_agg(distinct folded(array_to_string(parts[1:depth], ' > '))), '{}')
        from jsonb_path_query($1, '$.items[*]') as item,
             unnest(array[item ->> 'category', item ->> 'category_en']) as category,
             string_to_array(category, ' > ') as parts,
             generate_subscripts(parts, 1) as depth);

alter table receipt
    -- The date on the paper, or the day of saving if that is not legible.
    add column day date not null
        generated always as (coalesce(printed_date, (saved_at at time zone 'UTC')::date)) stored,
    -- A printed name may be longer than what a tree's page holds.
    add column store_order text collate "pl-x-icu" not null
        generated always as (left(coalesce(store_normalized_name, store_name, ''), 100)) stored,
    add column store_search text not null
        generated always as (folded(coalesce(store_normalized_name, '') || ' ' || coalesce(store_name, '') || ' '
            || coalesce(store_chain, ''))) stored,
    add column search_text text not null
        generated always as (folded(ocr_text || ' ' || coalesce(store_normalized_name, '') || ' '
            || coalesce(store_chain, '') || ' ' || coalesce(filename, '') || ' '
            || (jsonb_path_query_array(analysis, '$.items[*].name')::text))) stored,
    add column categories text[] not null generated always as (category_paths(analysis)) stored;

-- Two orders of a list, each starting anywhere.
create index receipt_by_day on receipt (submitter, day desc, id desc);
create index receipt_by_store_name on receipt (submitter, store_order, id);
-- What is rare is found by these, whatever the order. New entries wait in a list of at most 512 kB, which each search
-- reads: saving stays cheap, and finding stays quick.
create index receipt_search on receipt using gin (search_text gin_trgm_ops, store_search gin_trgm_ops, categories)
    with (gin_pending_list_limit = 512);
create index receipt_by_total on receipt (submitter, total_grosze);
create index receipt_by_verdict on receipt (submitter, verdict);

-- In favour of receipt_by_day and receipt_search; no query ever used them.
drop index receipt_by_submitter, receipt_by_date, receipt_by_store;
