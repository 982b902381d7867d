package pl.paragon.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.WorkerHeartbeat.Condition;
import pl.paragon.worker.condition.WorkerCondition;

class DatabaseWatchTest {

    private final WorkerCondition condition = new WorkerCondition(Clock.systemUTC());
    private boolean reachable = true;
    private boolean valid = true;
    private final DatabaseWatch watch = new DatabaseWatch(database(), condition);

    @Test
    void shouldSayThatTheWorkerWaitsWhileTheDatabaseCannotBeReached() {
        // given
        reachable = false;

        // when: it looks more than once
        watch.look();
        watch.look();

        // then
        assertThat(condition.report())
                .isEqualTo(new WorkerCondition.Report(Condition.WAITING, Optional.of(ErrorCode.DATABASE_UNAVAILABLE)));
    }

    @Test
    void shouldSayThatTheWorkerWaitsWhileTheDatabaseDoesNotAnswer() {
        // given
        valid = false;

        // when
        watch.look();

        // then
        assertThat(condition.report().condition()).isEqualTo(Condition.WAITING);
    }

    @Test
    void shouldSayThatTheWorkerWorksOnceTheDatabaseIsBack() {
        // given
        reachable = false;
        watch.look();
        watch.look();

        // when
        reachable = true;
        watch.look();

        // then
        assertThat(condition.report().condition()).isEqualTo(Condition.WORKING);
    }

    private DataSource database() {
        return fake(DataSource.class, method -> {
            if (!reachable) {
                throw new SQLException("refused");
            }
            return fake(Connection.class, call -> call.equals("isValid") ? valid : null);
        });
    }

    private interface Answers {
        Object to(String method) throws SQLException;
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName())));
    }
}
