package pl.paragon.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static pl.paragon.analysis.model.ModelFixtures.PATIENCE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.model.ModelEngine.Asks;
import pl.paragon.analysis.model.ModelServer.Behaviour;
import pl.paragon.analysis.model.asking.ModelConfig.Provider;
import pl.paragon.analysis.model.asking.Silence;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.text.RecognizedText;

/** A model that is down, slow or babbles. */
class SilentModelTest extends AgainstAModelServer {

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBehaviour")
    void shouldKeepTheGrammarsResult(String what, Silence why, Behaviour behaviour) {
        // given
        server.now(behaviour);

        // then
        for (Provider provider : Provider.values()) {
            for (RecognizedText text : List.of(ModelFixtures.valuesAboveNames(), ReceiptFixtures.fiscal())) {
                assertThat(engine(Asks.ALWAYS, provider).analyze(text).receipt())
                        .as("by the protocol of %s", provider)
                        .isEqualTo(grammarOf(text));
            }
        }
        assertThat(server.asked()).as("each question is asked once").hasSize(4);
        assertThat(calls(why.name().toLowerCase(Locale.ROOT))).isEqualTo(4);
    }

    static Stream<Arguments> badBehaviour() {
        String right = ModelFixtures.right();
        return Stream.of(
                Arguments.of("500", Silence.FAILED, ModelServer.sends(500, "oops")),
                Arguments.of("503", Silence.FAILED, ModelServer.sends(503, "")),
                Arguments.of("no such model", Silence.REFUSED, ModelServer.sends(404, "{\"error\":\"no such model\"}")),
                Arguments.of("no such key", Silence.REFUSED, ModelServer.sends(401, "{}")),
                Arguments.of("too many questions", Silence.REFUSED, ModelServer.sends(429, "{}")),
                Arguments.of("somewhere else", Silence.REFUSED, ModelServer.sends(302, "")),
                Arguments.of("HTML", Silence.GARBLED, ModelServer.sends(200, "<html><body>proxy</body></html>")),
                Arguments.of("an empty object", Silence.GARBLED, ModelServer.sends(200, "{}")),
                Arguments.of("an empty body", Silence.GARBLED, ModelServer.sends(200, "")),
                Arguments.of("half a body", Silence.GARBLED, ModelServer.breaksOff(right)),
                Arguments.of("a flood", Silence.GARBLED, ModelServer.floods()),
                Arguments.of("silence", Silence.UNUSABLE, ModelServer.says("")),
                Arguments.of("prose", Silence.UNUSABLE, ModelServer.says("Sure! Here is your receipt:\n" + right)),
                Arguments.of("a fence", Silence.UNUSABLE, ModelServer.says("```json\n" + right + "\n```")),
                Arguments.of("verbosity", Silence.UNUSABLE, ModelServer.says("To be or not to be. ".repeat(20_000))),
                Arguments.of("half an answer", Silence.UNUSABLE, ModelServer.says(right.substring(0, 200))),
                Arguments.of("a call for a tool", Silence.UNUSABLE, ModelServer.callsForATool()),
                Arguments.of("a cut-off answer", Silence.CUT_OFF, ModelServer.isCutOffAfter(right)));
    }

    @Test
    void shouldStopWhileTheAnswerIsGroundedIfItIsToldTo() {
        // given
        AtomicInteger steps = new AtomicInteger();
        grammar.read(ModelFixtures.valuesAboveNames(), steps::incrementAndGet);
        int most = steps.getAndSet(0);
        Checkpoint stops = () -> {
            if (steps.incrementAndGet() > most) {
                throw new CancellationException("the job was cancelled");
            }
        };

        // then
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> engine(Asks.ALWAYS, Provider.OLLAMA)
                .analyze(ModelFixtures.valuesAboveNames(), Instant.MAX, stops));
    }

    @Test
    void shouldGoOnWhereNobodyListens() throws IOException {
        // given: a port that is ours, so that nobody else can listen there meanwhile
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            ModelEngine engine = engineAt(URI.create("http://localhost:" + silent.getLocalPort()), "provider=ollama");

            // then
            assertThat(engine.analyze(ModelFixtures.valuesAboveNames()).receipt())
                    .isEqualTo(grammarOf(ModelFixtures.valuesAboveNames()));
        }
        assertThat(calls("unreachable")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void shouldWaitNoLongerThanItsTime(Provider provider) {
        // given
        server.now(server.neverAnswers());

        // then
        askUntil(engine(Asks.ALWAYS, provider, "timeout=300ms", "circuit-pause=1ms"), () -> calls("timed_out") > 0);
    }

    @Test
    void shouldHangUpOnAServerThatDrips() {
        // given
        CountDownLatch hungUp = new CountDownLatch(1);
        server.now(ModelServer.drips(hungUp));

        // then
        askUntil(
                engine(Asks.ALWAYS, Provider.OPENAI, "timeout=300ms", "circuit-pause=1ms"),
                () -> calls("timed_out") > 0 && hungUp.getCount() == 0);
    }

    @Test
    void shouldStopWithItsJob() throws InterruptedException {
        // given
        server.now(server.neverAnswers());
        ModelEngine engine = engine(Asks.ALWAYS, Provider.OLLAMA, "timeout=10m");
        CompletableFuture<ReceiptAnalysis> result = new CompletableFuture<>();
        AtomicBoolean interruptedStill = new AtomicBoolean();
        Thread job = Thread.ofVirtual().start(() -> {
            result.complete(engine.analyze(ModelFixtures.valuesAboveNames()).receipt());
            interruptedStill.set(Thread.currentThread().isInterrupted());
        });
        await().atMost(PATIENCE).until(() -> !server.asked().isEmpty());

        // when
        job.interrupt();

        // then
        job.join();
        assertThat(result).isCompletedWithValue(grammarOf(ModelFixtures.valuesAboveNames()));
        assertThat(interruptedStill).isTrue();
        assertThat(calls("stopped")).isEqualTo(1);
    }

    @Test
    void shouldNotAskWhereTheJobHasNotTheTime() {
        // given
        Instant soon = ModelFixtures.CLOCK.instant().plusSeconds(9);

        // when
        ReceiptAnalysis receipt = engine(Asks.ALWAYS, Provider.OLLAMA, "timeout=10s")
                .analyze(ModelFixtures.valuesAboveNames(), soon, Checkpoint.NONE)
                .receipt();

        // then
        assertThat(receipt).isEqualTo(grammarOf(ModelFixtures.valuesAboveNames()));
        assertThat(server.asked()).isEmpty();
        assertThat(calls("no_time")).isEqualTo(1);
    }

    @Test
    void shouldNotSendAPrintThatIsTooLong() {
        // when
        engine(Asks.ALWAYS, Provider.OLLAMA, "most-rows=14").analyze(ModelFixtures.valuesAboveNames());

        // then
        assertThat(server.asked()).isEmpty();
        assertThat(calls("too_long")).isEqualTo(1);
    }

    @Test
    void shouldLeaveAModelAloneThatFailsTooOften() {
        // given
        server.now(ModelServer.sends(500, "oops"));
        ModelEngine engine = engine(Asks.ALWAYS, Provider.OLLAMA);

        // when
        for (int i = 0; i < 20; i++) {
            assertThat(engine.analyze(ModelFixtures.valuesAboveNames()).receipt())
                    .isEqualTo(grammarOf(ModelFixtures.valuesAboveNames()));
        }

        // then
        assertThat(server.asked()).hasSize(4);
        assertThat(calls("failed")).isEqualTo(4);
        assertThat(calls("circuit_open")).isEqualTo(16);
        assertThat(circuitOpen()).isEqualTo(1);
    }

    @Test
    void shouldAskAgainAfterAPause() {
        // given
        server.now(ModelServer.sends(500, "oops"));
        ModelEngine engine = engine(Asks.ALWAYS, Provider.OLLAMA, "circuit-pause=50ms");
        for (int i = 0; i < 4; i++) {
            engine.analyze(ModelFixtures.valuesAboveNames());
        }
        assertThat(circuitOpen()).isEqualTo(1);

        // when
        server.now(ModelServer.says(ModelFixtures.right()));

        // then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(engine.analyze(ModelFixtures.valuesAboveNames())
                        .receipt()
                        .engine())
                .isEqualTo("llm"));
        assertThat(circuitOpen()).isZero();
    }

    @Test
    void shouldAskNoMoreAtATimeThanAllowed() throws InterruptedException {
        // given
        server.now(server.neverAnswers());
        ModelEngine engine = engine(Asks.ALWAYS, Provider.OLLAMA, "timeout=10m", "turn-timeout=1ms");
        Thread first = Thread.ofVirtual().start(() -> engine.analyze(ModelFixtures.valuesAboveNames()));
        await().atMost(PATIENCE).until(() -> !server.asked().isEmpty());

        // when
        ReceiptAnalysis second =
                engine.analyze(ModelFixtures.valuesAboveNames()).receipt();

        // then
        assertThat(second).isEqualTo(grammarOf(ModelFixtures.valuesAboveNames()));
        assertThat(server.asked()).hasSize(1);
        assertThat(calls("busy")).isEqualTo(1);
        first.interrupt();
        first.join();
    }

    /**
     * Each time the grammar's result stands. It is asked once more where a slow machine needed the whole time for the
     * connection alone, which is another silence.
     */
    private void askUntil(ModelEngine engine, BooleanSupplier seen) {
        await().atMost(PATIENCE).until(() -> {
            assertThat(engine.analyze(ModelFixtures.valuesAboveNames()).receipt())
                    .isEqualTo(grammarOf(ModelFixtures.valuesAboveNames()));
            return seen.getAsBoolean();
        });
    }
}
