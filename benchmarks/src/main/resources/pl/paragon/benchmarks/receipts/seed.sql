-- A million invented receipts of one owner, over twelve years. Goods come as they do in shops: some on every fifth
-- receipt, some on one in ten thousand, some only in the years before they were taken off the market.
-- :from and :to are numbers of receipts, the oldest first; :count is how many there will be.
insert into seeded (n, job_id, receipt_id, saved_at, store, chain, total, verdict, items)
select n,
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
            'name', name, 'original_name', name, 'quantity', 1, 'unit', 'szt', 'unit_price', price / 100.0,
            'total_price', price / 100.0, 'discount', 0, 'net_price', price / 100.0, 'vat_rate', 'B',
            'category', category, 'category_en', 'Food', 'category_confidence', 0.8, 'category_method', 'stem',
            'voided', false, 'confidence', 0.95,
            'source', jsonb_build_object('page', 1, 'box', jsonb_build_object('x', 40, 'y', 40 * k, 'w', 700, 'h', 30),
                'text', name, 'confidence', 0.95)) order by k) as items
        from (select k, 100 + (hash / (k + 1)) % 4900 as price,
                case
                    when k = 0 and n % 20000 = 7 then 'Kociołek emaliowany'
                    when k = 0 and n < :count * 6 / 10 and n % 25 = 3 then 'Kefir Mazurski 400g'
                    else (array['Chleb żytni', 'Masło ekstra', 'Mleko UHT 2%', 'Ser gouda', 'Jogurt malinowy',
                        'Płyn do naczyń', 'Kawa mielona', 'Herbata czarna', 'Bułka grahamka', 'Woda niegazowana',
                        'Papier kuchenny', 'Śledź w oleju', 'Żurek w butelce', 'Pączek z różą', 'Ogórki kiszone'])
                        [(hash / (k + 3)) % 15 + 1] || ' ' || (hash / (k + 11)) % 400
                end as name,
                case when k = 0 and n % 20000 = 7 then 'Dom > Naczynia'
                    else (array['Pieczywo > Chleb', 'Nabiał > Sery', 'Napoje > Kawa', 'Chemia > Płyny'])[hash / (k + 5) % 4 + 1]
                end as category
              from generate_series(0, 4) as k) line) goods;

insert into job_outcome (job_id, outcome, receipt_id, decided_at)
select job_id, 'saved', receipt_id, saved_at from seeded;

insert into job (job_id, submitter, user_id, submitted_at, filename, file_key, media_type, size, sha256, outcome, ended_at)
select job_id, 'owner', 'u1', saved_at, 'IMG_' || n || '.jpg', job_id || '/upload', 'image/jpeg', 1000000,
       encode(sha256(n::text::bytea), 'hex'), 'saved', saved_at
from seeded;

insert into receipt (id, job_id, submitter, user_id, submitted_at, saved_at, filename, file_key, file_media_type, file_size,
    file_sha256, store_name, store_normalized_name, store_chain, nip, receipt_number, printed_date, printed_time, currency,
    total_grosze, amount_due_grosze, verdict, ocr_text, ocr_engine, ocr_confidence, receipt_keywords, work_started_at,
    analyzed_at, analysis_key, analysis_size, analysis_sha256, analysis)
select receipt_id, job_id, 'owner', 'u1', saved_at, saved_at, 'IMG_' || n || '.jpg', job_id || '/upload', 'image/jpeg', 1000000,
       encode(sha256(n::text::bytea), 'hex'), upper(store), store, chain, lpad((n % 9973)::text, 10, '5'), n::text,
       case when n % 50 > 0 then saved_at::date end, saved_at::time(0), 'PLN', total, total, verdict,
       upper(store) || E'\nPARAGON FISKALNY\n' || (select string_agg((item ->> 'name') || ' 1 x' || (item ->> 'unit_price'), E'\n')
           from jsonb_array_elements(items) item) || E'\nSUMA PLN ' || total / 100.0,
       'two-readers', 0.97, true, saved_at, saved_at, job_id || '/analysis.json', 9000, repeat('c', 64),
       jsonb_build_object('store', jsonb_build_object('name', upper(store), 'normalized_name', store, 'chain', chain,
               'confidence', 0.9, 'method', 'name'),
           'receipt_number', n::text, 'date', saved_at::date, 'currency', 'PLN', 'items', items, 'discounts', '[]'::jsonb,
           'deposits', '[]'::jsonb,
           'payments', jsonb_build_array(jsonb_build_object('type', 'KARTA', 'amount', total / 100.0)),
           'vat_summary', '[]'::jsonb, 'total_amount', total / 100.0, 'amount_due', total / 100.0,
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
