package pl.paragon.persistence.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.worker.stage.StageException;

class DatabaseRequestsTest {

    private final DatabaseRequests requests = new DatabaseRequests("Requests of this test", 1);

    @Test
    void shouldRefuseRatherThanQueueWhatIsTooMuch() {
        // given
        Response[] inner = new Response[1];

        // when another comes while the only one is being answered
        Response outer = requests.answer(() -> {
            inner[0] = requests.answer(() -> DatabaseRequests.ok("never"));
            return DatabaseRequests.ok("first");
        });

        // then
        assertThat(outer.getStatus()).isEqualTo(200);
        assertThat(inner[0].getStatus()).isEqualTo(503);
    }

    @Test
    void shouldRefuseWhatIsTooMuchOfAllKindsTogether() {
        assertThat(nested(DatabaseRequests.ALL_AT_A_TIME)).isEqualTo(200);
        assertThat(nested(DatabaseRequests.ALL_AT_A_TIME + 1)).isEqualTo(503);
    }

    /** The status of the innermost of so many requests, each of a kind of its own, at the same time. */
    private static int nested(int depth) {
        return new DatabaseRequests("Requests " + depth, 1)
                .answer(() ->
                        Response.status(depth == 1 ? 200 : nested(depth - 1)).build())
                .getStatus();
    }

    @Test
    void shouldSayThatWhatIsAwayIsUnavailableAndAnswerAgainOnceItIsBack() {
        // given
        DatabaseRequests.Answer[] away = {
            () -> {
                throw new StageException(ErrorCode.DATABASE_UNAVAILABLE);
            },
            () -> {
                throw new IOException("the file store is away");
            },
            () -> {
                throw new BrokerUnavailableException("the broker is away", null);
            }
        };

        // then
        for (DatabaseRequests.Answer answer : away) {
            assertThat(requests.answer(answer).getStatus()).isEqualTo(503);
        }
        assertThat(requests.answer(() -> DatabaseRequests.ok("back")).getStatus())
                .isEqualTo(200);
    }

    @Test
    void shouldKnowNoJobByWhatIsNoId() {
        assertThat(requests.answer("../etc", job -> DatabaseRequests.ok(job)).getStatus())
                .isEqualTo(404);
        assertThat(requests.answer(JobId.random().toString(), job -> DatabaseRequests.found(Optional.empty()))
                        .getStatus())
                .isEqualTo(404);
    }
}
