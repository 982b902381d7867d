package pl.paragon.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.worker.stage.StageException;

class DatabaseFaultTest {

    @ParameterizedTest
    @CsvSource({
        "08001, DATABASE_UNAVAILABLE", // connection refused
        "08006, DATABASE_UNAVAILABLE", // connection broken
        "57P01, DATABASE_UNAVAILABLE", // shutting down
        "57P03, DATABASE_UNAVAILABLE", // starting up
        "53300, DATABASE_UNAVAILABLE", // too many connections
        "53100, DATABASE_UNAVAILABLE", // disk full
        "28P01, DATABASE_UNAVAILABLE", // wrong password
        "3D000, DATABASE_UNAVAILABLE", // no such database
        "25006, DATABASE_UNAVAILABLE", // read-only
        "40001, DATABASE_ERROR", // serialisation failure
        "40P01, DATABASE_ERROR", // deadlock
        "55P03, DATABASE_ERROR", // lock is taken
        "57014, DATABASE_ERROR", // statement timeout
        "23505, INTERNAL_ERROR", // unique
        "22P05, INTERNAL_ERROR", // character that cannot be stored
        "22008, INTERNAL_ERROR", // date that cannot be stored
        "22003, INTERNAL_ERROR", // number that cannot be stored
        "54000, INTERNAL_ERROR", // value larger than any row or index takes
        "42P01, INTERNAL_ERROR" // no such table
    })
    void shouldTellWhoseFaultASqlStateIs(String sqlState, ErrorCode code) {
        // given
        RuntimeException failure = new RuntimeException("flush", new SQLException("said by the server", sqlState));

        // when
        StageException fault = DatabaseFault.of(failure);

        // then
        assertThat(fault.error().code()).isEqualTo(code);
        assertThat(fault).hasCause(failure);
        assertThat(fault.error().details())
                .as("what the server said is for the log")
                .isEmpty();
    }

    @Test
    void shouldCountAPoolThatHasNoConnectionToGiveAsUnavailable() {
        assertThat(code(new RuntimeException(new SQLException("Sorry, acquisition timeout!"))))
                .isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
    }

    @Test
    void shouldFindWhatTheTransactionManagerSuppressed() {
        // given
        RollbackException commit = new RollbackException("Could not commit transaction.");
        commit.addSuppressed(new RuntimeException(new SQLException("broken", "08006")));

        // when, then
        assertThat(code(new RuntimeException(commit))).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
    }

    @Test
    void shouldFindTheNextFailureOfABatch() {
        // given
        BatchUpdateException batch = new BatchUpdateException("batch entry 0", null, new int[0]);
        batch.setNextException(new SQLException("deadlock", "40P01"));

        // when, then
        assertThat(code(new RuntimeException(batch))).isEqualTo(ErrorCode.DATABASE_ERROR);
    }

    @Test
    void shouldTryAgainWhereACommitFailedForNoNamedReason() {
        assertThat(code(new RuntimeException(new RollbackException("timed out"))))
                .isEqualTo(ErrorCode.DATABASE_ERROR);
    }

    @Test
    void shouldCountEverythingElseAsADefectOfOurs() {
        assertThat(code(new NullPointerException())).isEqualTo(ErrorCode.INTERNAL_ERROR);
    }

    @Test
    void shouldKeepAFailureThatIsKnownAlready() {
        // given
        StageException known = new StageException(ErrorCode.STORE_UNAVAILABLE);

        // when, then
        assertThat(DatabaseFault.of(known)).isSameAs(known);
    }

    private static ErrorCode code(RuntimeException failure) {
        return DatabaseFault.of(failure).error().code();
    }
}
