-- A million invented receipts of three owners, over twelve years. Goods come as they do in shops: some on every fifth
-- receipt, some on one in ten thousand, some only in the years before they were taken off the market.
-- :from and :to are numbers of receipts, the oldest first; :count is how many there will be.
insert into seeded (n, submitter, job_id, receipt_id, saved_at, store, chain, total, verdict, items)
select n,
       case when n % 50 = 1 then 'many' when n % 25000 = 2 then 'few' else 'most' end,
       ('10000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       (lpad(to_hex(1417392000000 + n * 370), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
       timestamptz '2014-12-01' + n * (interval '12 years' / :count),
       case when shop < 60 then (array['Biedronka', 'Lidl', 'Żabka', 'Auchan', 'Kaufland', 'Rossmann'])[shop / 10 + 1]
            else 'Sklep ' || (array['Pod Lipą', 'U Łucji', 'Świeży', 'Ćwiartka', 'Żółty', 'Jaś'])[shop % 6 + 1] || ' ' || n % 997 end,
       case when shop < 60 then (array['Biedronka', 'Lidl', 'Żabka', 'Auchan', 'Kaufland', 'Rossmann'])[shop / 10 + 1] end,
       goods.total,
       (array['proved', 'proved', 'proved', 'proved', 'proved', 'consistent', 'consistent', 'in_doubt'])[hash / 7 % 8 + 1],
       goods.items
from (select n, abs(hashint8(n)) as hash, abs(hashint8(n)) % 100 as shop from generate_series(:from, :to) as n) numbered,
     lateral (
        select sum(price) as total, jsonb_agg(jsonb_build_object(
            'name', name, 'original_name', name, 'quantity', 1, 'unit', 'szt', 'unit_price', round(price / 100.0, 2),
            'total_price', round(price / 100.0, 2), 'discount', 0, 'net_price', round(price / 100.0, 2), 'vat_rate', 'B',
            'category', category, 'category_en', 'Food', 'category_confidence', 0.8, 'category_method', 'stem',
            'voided', false, 'confidence', 0.95,
            'source', jsonb_build_object('page', 1, 'box', jsonb_build_array(40, 40 * k, 700, 30),
                'text', name, 'confidence', 0.95)) order by k) as items
        from (select k, 100 + (hash / (k + 1)) % 4900 as price,
                case
                    when k = 0 and n % 10000 in (7, 51) then 'Kociołek emaliowany'
                    when k = 0 and n < :count * 6 / 10 and n % 25 = 3 then 'Kefir Mazurski 400g'
                    else (array['Chleb żytni', 'Masło ekstra', 'Mleko UHT 2%', 'Ser gouda', 'Jogurt malinowy',
                        'Płyn do naczyń', 'Kawa mielona', 'Herbata czarna', 'Bułka grahamka', 'Woda niegazowana',
                        'Papier kuchenny', 'Śledź w oleju', 'Żurek w butelce', 'Pączek z różą', 'Ogórki kiszone'])
                        [(hash / (k + 3)) % 15 + 1] || ' ' || (hash / (k + 11)) % 400
                end as name,
                case when k = 0 and n % 10000 in (7, 51) then 'Dom > Naczynia'
                    else (array['Pieczywo > Chleb', 'Nabiał > Sery', 'Napoje > Kawa', 'Chemia > Płyny'])[hash / (k + 5) % 4 + 1]
                end as category
              from generate_series(0, 4) as k) line) goods;

insert into job_outcome (job_id, outcome, receipt_id, decided_at)
select job_id, 'saved', receipt_id, saved_at from seeded;

insert into job (job_id, submitter, user_id, submitted_at, filename, file_key, media_type, size, sha256, outcome, ended_at)
select job_id, submitter, 'u1', saved_at, 'IMG_' || lpad(n::text, 6, '0') || '.jpg', job_id || '/upload', 'image/jpeg', 1000000,
       encode(sha256(n::text::bytea), 'hex'), 'saved', saved_at
from seeded;

insert into receipt (id, job_id, submitter, user_id, submitted_at, saved_at, filename, file_key, file_media_type, file_size,
    file_sha256, store_name, store_normalized_name, store_chain, nip, receipt_number, printed_date, printed_time, currency,
    total_grosze, amount_due_grosze, verdict, ocr_text, ocr_engine, ocr_confidence, receipt_keywords, work_started_at,
    analyzed_at, analysis_key, analysis_size, analysis_sha256, analysis)
select receipt_id, job_id, submitter, 'u1', saved_at, saved_at, 'IMG_' || lpad(n::text, 6, '0') || '.jpg', job_id || '/upload', 'image/jpeg', 1000000,
       encode(sha256(n::text::bytea), 'hex'), upper(store), store, chain, lpad((n % 9973)::text, 10, '5'), n::text,
       case when n % 50 > 0 then saved_at::date end, saved_at::time(0), 'PLN', total, total, verdict,
       upper(store) || E'\nPARAGON FISKALNY\n' || (select string_agg((item ->> 'name') || ' 1 x' || (item ->> 'unit_price'), E'\n')
           from jsonb_array_elements(items) item) || E'\nSUMA PLN ' || round(total / 100.0, 2),
       'two-readers', 0.97, true, saved_at, saved_at, job_id || '/analysis.json', 9000, repeat('c', 64),
       jsonb_build_object('store', jsonb_build_object('name', upper(store), 'normalized_name', store, 'chain', chain,
               'confidence', 0.9, 'method', 'name'),
           'receipt_number', n::text, 'date', saved_at::date, 'currency', 'PLN', 'items', items, 'discounts', '[]'::jsonb,
           'deposits', '[]'::jsonb,
           'payments', jsonb_build_array(jsonb_build_object('type', 'KARTA', 'amount', round(total / 100.0, 2))),
           'vat_summary', '[]'::jsonb, 'total_amount', round(total / 100.0, 2), 'amount_due', round(total / 100.0, 2),
           'verification', jsonb_build_object('verdict', verdict, 'checks', '[]'::jsonb, 'warnings', '[]'::jsonb),
           'provenance', '{}'::jsonb, 'engine', 'grammar')
from seeded;

insert into receipt_line (receipt_id, position, name, original_name, quantity, unit, unit_price_grosze, total_price_grosze,
    discount_grosze, net_price_grosze, vat_rate, category, category_en, category_confidence, category_method, voided, confidence)
select receipt_id, position - 1, item ->> 'name', item ->> 'name', 1, 'szt', price, price, 0, price, 'B', item ->> 'category',
       'Food', 0.8, 'stem', false, 0.95
from seeded, jsonb_array_elements(items) with ordinality as line (item, position),
     lateral (select ((item ->> 'unit_price')::numeric * 100)::bigint as price) grosze;

insert into receipt_payment (receipt_id, position, type, amount_grosze) select receipt_id, 0, 'KARTA', total from seeded;

truncate seeded;

-- Once, beside the receipts.
-- Of a hundred jobs one was cancelled and three failed; ten thousand are live. No times of the future.
insert into job_outcome (job_id, outcome, stage, attempts, error, decided_at)
select job_id, outcome, stage, attempts, error, at from (
    select ('20000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as job_id,
        case when n % 4 = 0 then 'cancelled' else 'failed' end as outcome,
        case when n % 4 > 0 then 'ocr' end as stage,
        case when n % 4 > 0 then 1 end as attempts,
        case when n % 4 > 0 then '{"code": "IMAGE_CORRUPT", "message": "The picture cannot be decoded.", "details": {}}'::jsonb end as error,
        timestamptz '2014-12-01' + n * (interval '12 years' / (:count / 25)) as at
    from generate_series(1, :count / 25) as n) ended;

insert into job (job_id, submitter, user_id, submitted_at, filename, file_key, media_type, size, sha256, outcome, ended_at,
    batch_id, batch_position, batch_size)
select job_id, case when n % 50 = 1 then 'many' when n % 25000 = 2 then 'few' else 'most' end, 'u1', decided_at,
    'IMG_F' || n || '.jpg', job_id || '/upload', 'image/jpeg', 1000000, repeat('a', 64), outcome, decided_at, null, null, null
from (select *, row_number() over (order by job_id) as n from job_outcome where outcome <> 'saved') ended
union all
select ('30000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, submitter, 'u1', timestamptz '2026-11-20' + n * interval '1 s',
    'IMG_L' || n || '.jpg', n || '/upload', 'image/jpeg', 1000000, repeat('b', 64), null, null,
    case when n % 10000 < 200 then ('40000000-0000-4000-8000-' || lpad(to_hex(n / 10000), 12, '0'))::uuid end,
    case when n % 10000 < 200 then n % 10000 end, case when n % 10000 < 200 then 200 end
from generate_series(0, 29999) as n, lateral (select (array['most', 'many', 'few'])[n / 10000 + 1] as submitter) whose
where n % 10000 < 200 or n < 10000;

-- A hundred thousand messages to each owner's webhook, a thousand of which are to be tried again tomorrow.
insert into webhook (id, owner, url, events, description, secret, created_at)
select ('50000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, (array['most', 'many', 'few'])[n + 1],
    'https://receiver.example/' || n, '{job.succeeded,job.failed}', '', 'whsec_none', '2014-12-01'
from generate_series(0, 2) as n;

insert into webhook_delivery (id, webhook_id, job_id, event, state, created_at, due_at, attempts, round_began_at, ended_at)
select ('70000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
    ('50000000-0000-4000-8000-' || lpad(to_hex(n / 100000), 12, '0'))::uuid,
    ('10000000-0000-4000-8000-' || lpad(to_hex(n % 100000 * 9 + 1), 12, '0'))::uuid, 'job.succeeded', state,
    at, case when state = 'pending' then now() + interval '1 day' else at end, 3, at, case when state <> 'pending' then at end
from generate_series(0, 299999) as n,
    lateral (select case when n % 100 = 0 then 'pending' else 'delivered' end as state,
        now() - interval '29 days' + (n % 100000) * interval '20 s' as at) message;

insert into webhook_attempt (delivery_id, number, at, duration_ms, status)
select id, number, created_at, 120, 200 from webhook_delivery, generate_series(1, 3) as number;

-- Twenty actions on ten thousand jobs each, over now.
insert into job_action (action_id, submitter, action, filter, requested_at, matched)
select ('60000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, (array['most', 'many', 'few'])[n % 3 + 1], 'delete',
    '{"outcome": "saved"}', now() - interval '1 hour', 10000
from generate_series(0, 19) as n;

insert into job_action_item (action_id, job_id, state, reason)
select action_id, gen_random_uuid(), case when n % 10 = 0 then 'failed' else 'done' end, case when n % 10 = 0 then 'RUNNING' end
from job_action, generate_series(1, 10000) as n;
