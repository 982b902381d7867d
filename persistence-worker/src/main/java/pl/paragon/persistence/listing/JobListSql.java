package pl.paragon.persistence.listing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pl.paragon.persistence.listing.JobListQuery.Position;

/**
 * A query for a page of a list. It has a condition for each filter that is given and no other, so that its plan walks
 * one index from the position on, however many jobs the submitter has. Only a part of a file's name is in no order:
 * what many jobs have is found among the next ones, what few have by an index, and the planner cannot tell which.
 */
final class JobListSql {

    /** Looking through so many takes some milliseconds. */
    static final int NEXT = 2000;

    private static final String LIST = """
            select job.job_id, job.filename, job.file_key, job.media_type, job.size, job.sha256, job.user_id,
                   job.submitter, job.submitted_at, job.outcome, job.ended_at, outcome.receipt_id, outcome.stage,
                   outcome.attempts, cast(outcome.error as text)
            from %s
            left join job_outcome outcome on outcome.job_id = job.job_id and job.outcome is not null
            where job.deleted_at is null and job.submitter = :submitter
            """;

    private static final String AMONG_THE_NEXT = """
            (select * from job where job.deleted_at is null and job.submitter = :submitter
            %sorder by job.submitted_at desc, job.job_id desc limit %d) job""";

    private static final String STILL_SAVED = """
            and (job.outcome is distinct from 'saved'
                 or exists (select 1 from receipt where receipt.job_id = job.job_id))
            """;

    private static final String NEWEST_FIRST = "order by job.submitted_at desc, job.job_id desc limit :atMost";

    /** In an index that is in the order of the list. */
    private final StringBuilder conditions = new StringBuilder();

    /** What each job is looked at for. */
    private final StringBuilder others = new StringBuilder();

    private final Map<String, Object> parameters = new LinkedHashMap<>();

    JobListSql(Optional<Position> position, JobListQuery query, int atMost) {
        parameters.put("submitter", query.submitter());
        parameters.put("atMost", atMost);
        query.ended().ifPresentOrElse(this::ended, () -> others.append(STILL_SAVED));
        query.from().ifPresent(from -> add("job.submitted_at >= :from", "from", from));
        query.until().ifPresent(until -> add("job.submitted_at < :until", "until", until));
        query.filename().ifPresent(part -> {
            others.append("and lower(job.filename) like lower(:filename)\n");
            parameters.put("filename", "%" + escaped(part) + "%");
        });
        position.ifPresent(this::after);
    }

    String text() {
        return LIST.formatted("job") + conditions + others + NEWEST_FIRST;
    }

    /** Of the next {@value #NEXT} jobs that the file's name is not asked of, those that have it. */
    String textAmongTheNext() {
        return LIST.formatted(AMONG_THE_NEXT.formatted(conditions, NEXT)) + others + NEWEST_FIRST;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void ended(JobListQuery.Ended ended) {
        switch (ended) {
            case NOT_YET -> add("job.outcome is null");
            case SAVED -> {
                add("job.outcome = :outcome", "outcome", ended.id());
                others.append(STILL_SAVED);
            }
            case FAILED, CANCELLED -> add("job.outcome = :outcome", "outcome", ended.id());
        }
    }

    private void after(Position position) {
        add(
                "(job.submitted_at, job.job_id) < (cast(:time as timestamptz), cast(:job as uuid))",
                "time",
                position.submittedAt());
        parameters.put("job", position.job().value());
    }

    private void add(String condition, String parameter, Object value) {
        add(condition);
        parameters.put(parameter, value);
    }

    private void add(String condition) {
        conditions.append("and ").append(condition).append('\n');
    }

    /** What a pattern would take for a wildcard stands for itself. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
