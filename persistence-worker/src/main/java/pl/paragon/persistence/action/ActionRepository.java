package pl.paragon.persistence.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import pl.paragon.contracts.action.ActionFilter;
import pl.paragon.contracts.action.ActionKind;
import pl.paragon.contracts.action.ActionRequest;
import pl.paragon.contracts.action.JobAction;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.persistence.database.SingleValueQuery;

/** The actions in PostgreSQL. */
@ApplicationScoped
class ActionRepository implements Actions {

    private static final int MOST_FAILURES = 100;

    private static final String TAKE = """
            update job_action_item item set taken_until = :until
            from job_action action
            where action.action_id = item.action_id and (item.action_id, item.job_id) in (
                select action_id, job_id from job_action_item
                where state = 'waiting' and (taken_until is null or taken_until < :now)
                order by action_id, job_id limit :most for update skip locked)
            returning item.action_id, item.job_id, action.action, action.submitter""";

    private static final String FIND = """
            select action.action, cast(action.filter as text), action.requested_at, action.matched,
                   count(*) filter (where item.state = 'done'), count(*) filter (where item.state = 'failed')
            from job_action action
            left join job_action_item item on item.action_id = action.action_id
            where action.action_id = :id and action.submitter = :submitter
            group by action.action_id""";

    private final EntityManager database;

    ActionRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public int begin(ActionRequest request, Instant now, int most) {
        int noted = session()
                .createNativeMutationQuery("""
                        insert into job_action (action_id, submitter, action, filter, requested_at, matched)
                        values (:id, :submitter, :action, cast(:filter as jsonb), :now, 0)
                        on conflict (action_id) do nothing""")
                .setParameter("id", request.id(), UUID.class)
                .setParameter("submitter", request.submitter(), String.class)
                .setParameter("action", id(request.action()), String.class)
                .setParameter("filter", Json.writeText(request.filter()), String.class)
                .setParameter("now", now, Instant.class)
                .executeUpdate();
        if (noted == 0) {
            return 0;
        }
        // Planned for these values: with a limit, and of an unknown submitter, it would look through everybody's jobs.
        SingleValueQuery.of(session(), "select set_config('plan_cache_mode', 'force_custom_plan', true)", String.class)
                .getSingleResult();
        Matching matching = new Matching(request, most + 1);
        MutationQuery list = session().createNativeMutationQuery(matching.sql());
        matching.parameters().forEach(list::setParameter);
        int matched = list.executeUpdate();
        if (matched > most) {
            session()
                    .createNativeMutationQuery("delete from job_action where action_id = :id")
                    .setParameter("id", request.id(), UUID.class)
                    .executeUpdate();
            return matched;
        }
        session()
                .createNativeMutationQuery("update job_action set matched = :matched where action_id = :id")
                .setParameter("matched", matched, Integer.class)
                .setParameter("id", request.id(), UUID.class)
                .executeUpdate();
        return matched;
    }

    /** The jobs that a filter matches, and that the action can be done to. */
    private static final class Matching {

        private final StringBuilder sql = new StringBuilder("""
                insert into job_action_item (action_id, job_id)
                select cast(:id as uuid), job_id from job
                where submitter = :submitter and deleted_at is null
                """);
        private final Map<String, Object> parameters = new LinkedHashMap<>();

        Matching(ActionRequest request, int atMost) {
            ActionFilter filter = request.filter();
            parameters.put("id", request.id());
            parameters.put("submitter", request.submitter());
            parameters.put("atMost", atMost);
            sql.append(
                    switch (request.action()) {
                        case RETRY -> "and outcome = 'failed'\n";
                        case CANCEL -> "and outcome is null\n";
                        case DELETE -> "and outcome is not null\n";
                    });
            if (filter.outcome() != null) {
                if (filter.outcome().equals("not_yet")) {
                    sql.append("and outcome is null\n");
                } else {
                    add("outcome = :outcome", "outcome", filter.outcome());
                }
            }
            if (filter.from() != null) {
                add("submitted_at >= :from", "from", filter.from());
            }
            if (filter.until() != null) {
                add("submitted_at < :until", "until", filter.until());
            }
            if (filter.filename() != null) {
                add("position(lower(:filename) in lower(filename)) > 0", "filename", filter.filename());
            }
            sql.append("limit :atMost");
        }

        private void add(String condition, String name, Object value) {
            sql.append("and ").append(condition).append('\n');
            parameters.put(name, value);
        }

        String sql() {
            return sql.toString();
        }

        Map<String, Object> parameters() {
            return parameters;
        }
    }

    @Override
    public Optional<JobAction> find(UUID id, String submitter) {
        return session()
                .createNativeQuery(FIND, Object[].class)
                .setParameter("id", id, UUID.class)
                .setParameter("submitter", submitter, String.class)
                .uniqueResultOptional()
                .map(row -> new JobAction(
                        id,
                        kind(row[0]),
                        Json.read(((String) row[1]).getBytes(StandardCharsets.UTF_8), ActionFilter.class),
                        (Instant) row[2],
                        (Integer) row[3],
                        ((Number) row[4]).intValue(),
                        ((Number) row[5]).intValue(),
                        ((Number) row[5]).intValue() == 0 ? List.of() : failures(id)));
    }

    private List<JobAction.Failure> failures(UUID id) {
        return session()
                .createNativeQuery(
                        "select job_id, reason from job_action_item where action_id = :id and state = 'failed'"
                                + " order by job_id limit :most",
                        Object[].class)
                .setParameter("id", id, UUID.class)
                .setParameter("most", MOST_FAILURES, Integer.class)
                .list()
                .stream()
                .map(row -> new JobAction.Failure(new JobId((UUID) row[0]), JobAction.Reason.valueOf((String) row[1])))
                .toList();
    }

    @Override
    public List<Item> take(int most, Instant now, Instant until) {
        return session()
                .createNativeQuery(TAKE, Object[].class)
                .setParameter("now", now, Instant.class)
                .setParameter("until", until, Instant.class)
                .setParameter("most", most, Integer.class)
                .list()
                .stream()
                .map(row -> new Item((UUID) row[0], new JobId((UUID) row[1]), kind(row[2]), (String) row[3]))
                .toList();
    }

    @Override
    public void note(List<Result> results) {
        for (Result result : results) {
            session()
                    .createNativeMutationQuery("""
                            update job_action_item set state = :state, reason = :reason, taken_until = null
                            where action_id = :action and job_id = :job and state = 'waiting'""")
                    .setParameter("state", result.reason() == null ? "done" : "failed", String.class)
                    .setParameter(
                            "reason",
                            result.reason() == null ? null : result.reason().name(),
                            String.class)
                    .setParameter("action", result.item().action(), UUID.class)
                    .setParameter("job", result.item().job().value(), UUID.class)
                    .executeUpdate();
        }
    }

    @Override
    public void giveBack(List<Item> items) {
        List<UUID> jobs = new ArrayList<>();
        items.forEach(item -> jobs.add(item.job().value()));
        session()
                .createNativeMutationQuery("""
                        update job_action_item set taken_until = null
                        where action_id in (:actions) and job_id in (:jobs) and state = 'waiting'""")
                .setParameterList(
                        "actions", items.stream().map(Item::action).distinct().toList(), UUID.class)
                .setParameterList("jobs", jobs, UUID.class)
                .executeUpdate();
    }

    @Override
    public Optional<Boolean> hasEnded(JobId job, String submitter) {
        return session()
                .createNativeQuery("""
                        select outcome is not null from job
                        where job_id = :job and submitter = :submitter and deleted_at is null""", Boolean.class)
                .setParameter("job", job.value(), UUID.class)
                .setParameter("submitter", submitter, String.class)
                .uniqueResultOptional();
    }

    @Override
    public void forget(Instant before) {
        session()
                .createNativeMutationQuery("delete from job_action where requested_at < :before")
                .setParameter("before", before, Instant.class)
                .executeUpdate();
    }

    private static String id(ActionKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static ActionKind kind(Object id) {
        return ActionKind.valueOf(((String) id).toUpperCase(Locale.ROOT));
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
