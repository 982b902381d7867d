-- A correction is a revision beside the reading. The receipt's own row and its parts are always the latest revision, so
-- whatever searches, sums or exports receipts sees it; what was before stands here, the reading as number 0 from the
-- first correction on.
alter table receipt add column revision integer not null default 0;

create table receipt_revision (
    receipt_id uuid        not null references receipt (id) on delete cascade,
    number     integer     not null,
    -- None for the reading.
    author     text,
    made_at    timestamptz not null,
    -- As it was sent, as far as it was taken: a JSON Merge Patch. None for the reading.
    patch      jsonb,
    verdict    text        not null,
    analysis   jsonb       not null,
    primary key (receipt_id, number),
    constraint what_was_corrected_says_how check ((number = 0) = (author is null and patch is null))
);
