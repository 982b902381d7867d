package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.restassured.RestAssured;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.JobId;

/** Listeners that do not read, and more of them than there is room for. */
@QuarkusTest
@TestProfile(SlowListenersIT.Small.class)
@WithTestResource(RealServers.class)
class SlowListenersIT extends AgainstAGateway {

    /** Many times as many messages as the kernels take for a client that does not read. */
    private static final int MOST_JOBS = 2_000;

    /** A gateway with room for two, whose kernel holds next to nothing for them. */
    public static final class Small implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SmallBuffers.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "paragon.push.most-listeners", "2",
                    "paragon.push.heartbeat", "100ms",
                    "paragon.push.backlog", "20");
        }
    }

    /** A few messages, not some thousand as usual. */
    @Alternative
    @Singleton
    public static final class SmallBuffers implements HttpServerOptionsCustomizer {
        @Override
        public void customizeHttpServer(HttpServerOptions options) {
            options.setSendBufferSize(4096);
        }
    }

    @Test
    void shouldDisconnectWhoeverDoesNotReadAndKeepWhoeverDoes() throws Exception {
        // given
        try (EventReader reads = new EventReader("");
                Socket stuck = request("GET /api/v3/receipts/events HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertThat(stuck.isConnected()).isTrue();
            await().atMost(Polls.LONGEST).until(() -> listeners() == 2);

            // when
            publishUntilOneIsLeft(() -> reads.events().size());

            // then
            assertThat(listeners()).isEqualTo(1);
            assertThat(reads.ended()).isFalse();
        }
        await().atMost(Polls.LONGEST).until(() -> listeners() == 0);

        // given
        try (SocketReader reads = new SocketReader("");
                Socket stuck = request("""
                        GET /ws HTTP/1.1\r
                        Host: localhost\r
                        Connection: Upgrade\r
                        Upgrade: websocket\r
                        Sec-WebSocket-Version: 13\r
                        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                        \r
                        """)) {
            assertThat(stuck.isConnected()).isTrue();
            await().atMost(Polls.LONGEST).until(() -> listeners() == 2);

            // when
            publishUntilOneIsLeft(() -> reads.messages().size());

            // then
            assertThat(listeners()).isEqualTo(1);
            assertThat(reads.closed()).isFalse();
        }
        await().atMost(Polls.LONGEST).until(() -> listeners() == 0);
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

    /** No faster than a client reads that does. */
    private void publishUntilOneIsLeft(IntSupplier read) {
        int sent = read.getAsInt();
        while (listeners() == 2 && sent < MOST_JOBS) {
            for (int i = 0; i < 10; i++) {
                broker.publish(Samples.submitted(JobId.random()));
                sent++;
            }
            int all = sent;
            await().atMost(Polls.LONGEST)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> read.getAsInt() >= all);
        }
    }

    private static Socket request(String head) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
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
