package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** More listeners than there is room for. */
@QuarkusTest
@TestProfile(SlowListenersIT.Small.class)
@WithTestResource(RealServers.class)
class SlowListenersIT extends AgainstAGateway {

    /** A gateway with room for two. */
    public static final class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "paragon.push.most-listeners", "2",
                    "paragon.push.heartbeat", "100ms",
                    "paragon.push.backlog", "20");
        }
    }

    @Test
    void shouldRefuseMoreListenersThanThereIsRoomForAndSendHeartbeatsToTheOthers() throws Exception {
        // given
        try (EventReader stream = new EventReader("");
                SocketReader socket = new SocketReader("")) {
            await().atMost(Polls.LONGEST).until(() -> listeners() == 2);

            // when, then
            try (EventReader refused = new EventReader("", "Accept-Language", "pl")) {
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isEqualTo("10");
                assertThat(refused.body()).contains("SERVICE_UNAVAILABLE").contains("no room for another listener");
            }
            assertThatThrownBy(() -> new SocketReader("")).isInstanceOf(CompletionException.class);
            await().atMost(Polls.LONGEST).until(() -> stream.comments() > 2 && socket.pings() > 2);
        }
        await().atMost(Polls.LONGEST).until(() -> listeners() == 0);
    }

    private static int listeners() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("paragon_push_listeners"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
