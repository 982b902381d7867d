package pl.paragon.persistence.webhook.send;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.webhook.AttemptFault;
import pl.paragon.persistence.webhook.LocalReceiver;
import pl.paragon.persistence.webhook.LocalReceiver.Reply;
import pl.paragon.persistence.webhook.send.Answer.Answered;
import pl.paragon.persistence.webhook.send.Answer.Unanswered;
import pl.paragon.runtime.webhook.Receiver;

class VertxCourierTest {

    /** A host that no name service knows. */
    private static final String HOST = "hooks.paragon.invalid";

    private static final Vertx VERTX = Vertx.vertx();
    private static final byte[] BODY = "{\"type\":\"job.succeeded\"}".getBytes(UTF_8);

    private final LocalReceiver local = new LocalReceiver();

    @AfterEach
    void close() {
        local.close();
    }

    @AfterAll
    static void end() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shouldConnectToTheAddressThatWasCheckedAndSpeakToTheHost() {
        // when
        Answer answer = patient().send(receiver("/in?shop=7"), 1, Map.of("webhook-id", "7"), BODY);

        // then
        assertThat(answer).isEqualTo(new Answered(204, Optional.empty()));
        assertThat(local.received("/in?shop=7")).singleElement().satisfies(message -> {
            assertThat(message.headers()).containsEntry("host", HOST + ":" + local.port());
            assertThat(message.headers()).containsEntry("webhook-id", "7");
            assertThat(message.headers()).containsEntry("content-length", Integer.toString(BODY.length));
            assertThat(message.body()).isEqualTo(new String(BODY, UTF_8));
        });
    }

    @Test
    void shouldNotFollowARedirect() {
        local.answer("/in", Reply.status(307, "Location", local.url("/inside")));

        assertThat(patient().send(receiver("/in"), 1, Map.of(), BODY)).isEqualTo(new Answered(307, Optional.empty()));
        assertThat(local.received("/inside")).isEmpty();
    }

    @Test
    void shouldHearWhenTheReceiverWantsToBeAskedAgain() {
        local.answer("/in", Reply.status(503, "Retry-After", "120"));

        assertThat(patient().send(receiver("/in"), 1, Map.of(), BODY))
                .isEqualTo(new Answered(503, Optional.of(Duration.ofMinutes(2))));
    }

    @Test
    void shouldNotWaitForAReceiverThatSaysNothing() {
        local.answer("/in", local.silence());

        assertThat(courier(Duration.ofMillis(300)).send(receiver("/in"), 1, Map.of(), BODY))
                .isEqualTo(new Unanswered(AttemptFault.TIMED_OUT));
    }

    @Test
    void shouldNotReadAnAnswerWithoutEnd() {
        // given
        CompletableFuture<Long> sent = new CompletableFuture<>();
        local.answer("/in", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            long bytes = 0;
            try {
                for (; ; bytes += 8192) {
                    exchange.getResponseBody().write(new byte[8192]);
                }
            } catch (IOException hungUp) {
                sent.complete(bytes);
            }
        });

        // when, then
        assertThat(patient().send(receiver("/in"), 1, Map.of(), BODY)).isEqualTo(new Answered(200, Optional.empty()));
        assertThat(sent.join()).as("what fits into buffers on the way").isLessThan(64_000_000);
    }

    @Test
    void shouldCallAnAnswerAnAnswerThoughItsBodyIsSlow() {
        local.answer("/in", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().flush();
            local.silence().to(exchange);
        });

        assertThat(courier(Duration.ofSeconds(2)).send(receiver("/in"), 1, Map.of(), BODY))
                .isEqualTo(new Answered(200, Optional.empty()));
    }

    @Test
    void shouldSayThatNobodyListensOrHangsUp() throws IOException {
        int nobody;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = gone.getLocalPort();
        }
        assertThat(patient().send(receiver(false, nobody), 1, Map.of(), BODY))
                .isEqualTo(new Unanswered(AttemptFault.NOT_CONNECTED));

        try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUp(rude));
            assertThat(patient().send(receiver(false, rude.getLocalPort()), 1, Map.of(), BODY))
                    .isEqualTo(new Unanswered(AttemptFault.BROKEN_OFF));
        }
    }

    @Test
    void shouldAskForTheHostsCertificateByName() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // given a server that reads the hello, and has no certificate to show
            CompletableFuture<String> hello = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try (Socket client = server.accept()) {
                    byte[] first = new byte[4096];
                    int read = client.getInputStream().read(first);
                    hello.complete(new String(first, 0, read, ISO_8859_1));
                    client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
                } catch (IOException e) {
                    hello.completeExceptionally(e);
                }
            });

            // when
            Answer answer = patient().send(receiver(true, server.getLocalPort()), 1, Map.of(), BODY);

            // then
            assertThat(hello.get()).contains(HOST);
            assertThat(answer).isEqualTo(new Unanswered(AttemptFault.TLS));
        }
    }

    private static void hangUp(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getInputStream().read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Receiver receiver(String target) {
        return new Receiver(false, HOST, local.port(), target, List.of(InetAddress.getLoopbackAddress()));
    }

    private static Receiver receiver(boolean tls, int port) {
        return new Receiver(tls, HOST, port, "/", List.of(InetAddress.getLoopbackAddress()));
    }

    private static VertxCourier patient() {
        return courier(Duration.ofMinutes(5));
    }

    private static VertxCourier courier(Duration timeout) {
        return new VertxCourier(VERTX, 8, Duration.ofMinutes(5), timeout, Clock.systemUTC());
    }
}
