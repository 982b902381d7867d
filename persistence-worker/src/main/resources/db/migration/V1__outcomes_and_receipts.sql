-- How each job ended: one row, written once, by whoever comes first. It is never changed and never deleted, so a save and a cancel can race and exactly one wins.
create table job_outcome (
    job_id     uuid primary key,
    outcome    text not null check (outcome in ('saved', 'failed', 'cancelled')),
    receipt_id uuid,
    stage      text,
    attempts   integer,
    error      jsonb,
    decided_at timestamptz not null,
    constraint what_was_saved_has_a_receipt check ((outcome = 'saved') = (receipt_id is not null)),
    constraint what_failed_says_why check (
        (outcome = 'failed') = (stage is not null and attempts is not null and error is not null)
    )
);

create index job_outcome_by_time on job_outcome (decided_at);

-- A saved receipt. Money is in whole grosze (the smallest unit of the currency). What is not readable is null.
-- The header is in columns for queries; the whole analysis, with the places in the picture and the equations, is in `analysis`.
create table receipt (
    id                    uuid primary key,
    job_id                uuid not null unique references job_outcome (job_id),
    submitter             text not null,
    user_id               text,
    submitted_at          timestamptz not null,
    saved_at              timestamptz not null,

    filename              text not null,
    file_key              text not null,
    file_media_type       text not null,
    file_size             bigint not null,
    file_sha256           text not null,

    store_name            text,
    store_normalized_name text,
    store_chain           text,
    store_type            text,
    store_address         text,
    nip                   text,

    receipt_number        text,
    -- As printed: the shop's local date and time.
    printed_date          date,
    printed_time          time,
    currency              text,
    total_grosze          bigint,
    amount_due_grosze     bigint,
    verdict               text not null check (verdict in ('proved', 'consistent', 'in_doubt')),

    ocr_text              text not null,
    ocr_engine            text,
    ocr_confidence        double precision,
    receipt_keywords      boolean not null,
    analysis              jsonb not null
);

-- The history of one submitter: newest first, by the date on the paper.
create index receipt_by_submitter on receipt (submitter, saved_at desc, id desc);
create index receipt_by_date on receipt (submitter, printed_date desc);
-- By hash: a printed name may be longer than what a tree's page holds.
create index receipt_by_store on receipt using hash (store_normalized_name);
create index receipt_by_nip on receipt using hash (nip);
-- The same file uploaded again.
create index receipt_by_file on receipt using hash (file_sha256);

create table receipt_line (
    receipt_id          uuid not null references receipt (id) on delete cascade,
    position            integer not null,
    name                text,
    original_name       text,
    product_code        text,
    quantity            numeric,
    unit                text,
    unit_price_grosze   bigint,
    total_price_grosze  bigint,
    discount_grosze     bigint,
    net_price_grosze    bigint,
    vat_rate            text,
    category            text,
    category_en         text,
    category_confidence double precision,
    category_method     text,
    voided              boolean not null,
    confidence          double precision not null,
    primary key (receipt_id, position)
);

create table receipt_discount (
    receipt_id    uuid not null references receipt (id) on delete cascade,
    position      integer not null,
    description   text,
    amount_grosze bigint,
    -- Positions of the lines whose price it lowers; none where it belongs to the whole receipt.
    lines         integer[] not null,
    primary key (receipt_id, position)
);

create table receipt_deposit (
    receipt_id    uuid not null references receipt (id) on delete cascade,
    position      integer not null,
    name          text,
    quantity      numeric,
    -- Negative for packaging that was brought back.
    amount_grosze bigint,
    primary key (receipt_id, position)
);

create table receipt_payment (
    receipt_id    uuid not null references receipt (id) on delete cascade,
    position      integer not null,
    type          text,
    -- Negative for change given back.
    amount_grosze bigint,
    primary key (receipt_id, position)
);

create table receipt_vat (
    receipt_id   uuid not null references receipt (id) on delete cascade,
    position     integer not null,
    tax_category text,
    rate         numeric,
    net_grosze   bigint,
    tax_grosze   bigint,
    gross_grosze bigint,
    primary key (receipt_id, position)
);
