package pl.paragon.persistence.database;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.worker.condition.WorkerCondition;

/**
 * Notices that the database is away before a receipt has to wait for it: the worker's heartbeat says so, and the
 * gateway's health with it.
 */
@ApplicationScoped
class DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);
    private static final int ANSWER_SECONDS = 2;

    private final DataSource database;
    private final WorkerCondition condition;
    private WorkerCondition.Wait away;

    DatabaseWatch(DataSource database, WorkerCondition condition) {
        this.database = database;
        this.condition = condition;
    }

    @Scheduled(identity = "database-watch", every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        boolean there = answers();
        if (there && away != null) {
            away.close();
            away = null;
        } else if (!there && away == null) {
            away = condition.waiting(ErrorCode.DATABASE_UNAVAILABLE);
        }
    }

    private boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            LOG.debugf("The database does not answer: %s", e.getMessage());
            return false;
        }
    }
}
