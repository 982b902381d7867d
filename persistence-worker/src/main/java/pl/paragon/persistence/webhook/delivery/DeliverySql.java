package pl.paragon.persistence.webhook.delivery;

/** The statements of {@link DeliveryRepository} that are longer than a few lines. */
final class DeliverySql {

    static final String MAKE = """
            insert into webhook_delivery (id, webhook_id, job_id, event, state, created_at, round_began_at, due_at)
            select gen_random_uuid(), webhook.id, ended.job_id, ended.event, 'pending', :at, :at, :at
            from (
                select outcome.job_id, outcome.decided_at, job.submitter, job.webhook_url,
                       case outcome.outcome when 'saved' then 'job.succeeded' when 'failed' then 'job.failed'
                           else 'job.cancelled' end as event
                from job_outcome outcome join job on job.job_id = outcome.job_id
                where outcome.job_id = any(cast(:jobs as uuid[])) and job.deleted_at is null) ended
            join webhook on webhook.owner = ended.submitter
            where webhook.disabled_at is null and ended.event = any(webhook.events)
                and case when webhook.of_uploads then webhook.url = ended.webhook_url
                    else webhook.created_at <= ended.decided_at end
            on conflict (webhook_id, job_id) do nothing""";

    /** The owners whose uploads name a URL, and who have no secret yet. */
    static final String OWNERS_WITHOUT_SECRET = """
            select distinct job.submitter from job
            where job.job_id = any(cast(:jobs as uuid[])) and job.webhook_url is not null
                and not exists (select 1 from webhook_upload_secret where owner = job.submitter)""";

    static final String ADD_SECRET = """
            insert into webhook_upload_secret (owner, secret) values (:owner, :secret) on conflict do nothing""";

    /** One that is there is changed nonetheless: until this transaction ends, it must not be pruned. */
    static final String MAKE_WEBHOOKS_OF_UPLOADS = """
            insert into webhook (id, owner, url, events, description, secret, created_at, of_uploads)
            select gen_random_uuid(), submitter, webhook_url, '{job.succeeded,job.failed,job.cancelled}', '', '', :at,
                true
            from (
                select distinct job.submitter, job.webhook_url
                from job join job_outcome on job_outcome.job_id = job.job_id
                where job.job_id = any(cast(:jobs as uuid[])) and job.webhook_url is not null
                    and job.deleted_at is null
                order by 1, 2) named
            on conflict (owner, url) where of_uploads do update set created_at = excluded.created_at""";

    /** Of a job without a row in either table nobody knows yet whom to tell of what. */
    static final String NOTE = """
            insert into webhook_unassigned (job_id, since)
            select asked.id, cast(:at as timestamptz) from unnest(cast(:jobs as uuid[])) as asked(id)
            where not exists (
                select 1 from job_outcome join job using (job_id) where job_outcome.job_id = asked.id)
            on conflict do nothing""";

    /** The newest first: they are the likeliest to be known by now. */
    static final String NOTED = """
            select job_id from webhook_unassigned order by since desc limit :atMost for update skip locked""";

    static final String FORGET = """
            delete from webhook_unassigned noted
            where noted.job_id = any(cast(:jobs as uuid[])) and (noted.since < :since or exists (
                select 1 from job_outcome join job using (job_id) where job_outcome.job_id = noted.job_id))""";

    /**
     * The webhooks that have something pending are found by skipping through the index, and of each no more than it may
     * have in hand is looked at: a webhook with a hundred thousand messages waiting costs as little as one with five.
     */
    static final String TAKE = """
            with recursive waiting(webhook_id) as (
                (select webhook_id from webhook_delivery where state = 'pending' order by webhook_id limit 1)
                union all
                select (
                    select next.webhook_id from webhook_delivery next
                    where next.state = 'pending' and next.webhook_id > waiting.webhook_id
                    order by next.webhook_id limit 1)
                from waiting where waiting.webhook_id is not null
            ), due as (
                select due.id from waiting cross join lateral (
                    select id, due_at from webhook_delivery
                    where webhook_id = waiting.webhook_id and state = 'pending' and due_at <= :now
                    order by due_at
                    limit greatest(0, :perWebhook - (
                        select count(*) from webhook_delivery busy
                        where busy.webhook_id = waiting.webhook_id and busy.state = 'pending'
                            and busy.due_at > :now and busy.in_hand))) due
                where waiting.webhook_id is not null
                order by due.due_at limit :atMost
            ), mine as materialized (
                select id from webhook_delivery
                where id in (select id from due) and state = 'pending' and due_at <= :now
                for update skip locked
            )
            update webhook_delivery taken
            set in_hand = true, due_at = :until, attempts = taken.attempts + 1,
                round_attempts = taken.round_attempts + 1
            from mine
                join webhook_delivery delivery on delivery.id = mine.id
                join webhook on webhook.id = delivery.webhook_id
                left join webhook_upload_secret uploads on webhook.of_uploads and uploads.owner = webhook.owner
                left join job_outcome outcome on outcome.job_id = delivery.job_id
                left join receipt on receipt.job_id = delivery.job_id
            where taken.id = mine.id
            returning taken.id, taken.attempts, taken.round_attempts, taken.round_began_at, webhook.url,
                coalesce(uploads.secret, webhook.secret),
                case when coalesce(uploads.earlier_until, webhook.earlier_until) > :now
                    then coalesce(uploads.earlier_secret, webhook.earlier_secret) end,
                taken.event, taken.job_id, outcome.decided_at, cast(outcome.error as text),
                coalesce(receipt.store_normalized_name, receipt.store_name), receipt.printed_date,
                receipt.total_grosze, receipt.currency, receipt.verdict""";

    static final String NOTE_ATTEMPT = """
            insert into webhook_attempt (delivery_id, number, at, duration_ms, status, fault)
            select id, :number, :at, :duration, :status, :fault from webhook_delivery where id = :delivery
            on conflict do nothing""";

    static final String DISABLE = """
            with gone as (
                update webhook set disabled_at = coalesce(disabled_at, :at)
                where id = (select webhook_id from webhook_delivery where id = :delivery) returning id)
            update webhook_delivery set state = 'given_up', in_hand = false, ended_at = :at
            where webhook_id in (select id from gone) and state = 'pending'""";

    static final String PRUNE = """
            delete from webhook_delivery where id in (
                select id from webhook_delivery where state <> 'pending' and ended_at < :before limit :atMost)""";

    static final String PRUNE_WEBHOOKS_OF_UPLOADS = """
            delete from webhook where of_uploads and created_at < :before
                and not exists (select 1 from webhook_delivery where webhook_id = webhook.id)""";

    private DeliverySql() {}
}
