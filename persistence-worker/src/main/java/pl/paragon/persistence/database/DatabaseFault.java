package pl.paragon.persistence.database;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.worker.stage.StageException;

/**
 * Whose fault a failed transaction is, by its SQL state (appendix A of PostgreSQL's manual), wherever Hibernate, the
 * transaction manager and the pool have wrapped it.
 */
final class DatabaseFault {

    private DatabaseFault() {}

    static StageException of(RuntimeException failure) {
        if (failure instanceof StageException known) {
            return known;
        }
        // The client gets the code; SQL and the server's words stay with the exception, for the log.
        return new StageException(JobError.of(code(failure)), failure);
    }

    private static ErrorCode code(RuntimeException failure) {
        Optional<SQLException> said = find(failure, SQLException.class, e -> e.getSQLState() != null);
        if (said.isPresent()) {
            return code(said.get().getSQLState());
        }
        // Without a state it is not the server's: the pool has no connection to give.
        if (find(failure, SQLException.class, e -> true).isPresent()) {
            return ErrorCode.DATABASE_UNAVAILABLE;
        }
        return rolledBack(failure) ? ErrorCode.DATABASE_ERROR : ErrorCode.INTERNAL_ERROR;
    }

    private static ErrorCode code(String sqlState) {
        return switch (sqlState) {
            case "57014" -> ErrorCode.DATABASE_ERROR; // the statement took too long
            case "25006" -> ErrorCode.DATABASE_UNAVAILABLE; // a standby that takes no writes: failing over
            default ->
                switch (sqlState.substring(0, 2)) {
                    // no connection; no such user or database (yet); out of memory, disk or connections; shutting
                    // down or starting; its disk fails
                    case "08", "28", "3D", "53", "57", "58" -> ErrorCode.DATABASE_UNAVAILABLE;
                    // serialisation failure, deadlock; a lock that is taken; a defect of the server
                    case "40", "55", "XX" -> ErrorCode.DATABASE_ERROR;
                    // a constraint, a value or a statement that is wrong: ours, and the same at every attempt
                    default -> ErrorCode.INTERNAL_ERROR;
                };
        };
    }

    private static boolean rolledBack(Throwable failure) {
        return find(failure, RollbackException.class, e -> true).isPresent()
                || find(failure, SystemException.class, e -> true).isPresent();
    }

    /**
     * Searches causes, suppressed failures (the transaction manager keeps its resources' failures there) and the
     * further failures of a batch.
     */
    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type, Predicate<T> wanted) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> left = new ArrayDeque<>();
        left.add(failure);
        while (!left.isEmpty()) {
            Throwable next = left.remove();
            if (!seen.add(next)) {
                continue;
            }
            if (type.isInstance(next) && wanted.test(type.cast(next))) {
                return Optional.of(type.cast(next));
            }
            Optional.ofNullable(next.getCause()).ifPresent(left::add);
            left.addAll(List.of(next.getSuppressed()));
            if (next instanceof SQLException sql && sql.getNextException() != null) {
                left.add(sql.getNextException());
            }
        }
        return Optional.empty();
    }
}
