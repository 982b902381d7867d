package pl.paragon.analysis.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.analysis.engine.AnalysisEngine;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.grammar.GrammarEngine;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.runtime.files.Documents;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.runtime.files.Freed;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.files.StoreFullException;
import pl.paragon.testsupport.RecordedContext;
import pl.paragon.worker.stage.StageContext;
import pl.paragon.worker.stage.StageException;

class AnalysisHandlerTest {

    private static final JobId JOB = JobId.of("0b8c7c1e-1d2f-4a53-9a57-0f8f6d3f5a11");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final FileReference MISSING =
            new FileReference(JOB + "/text.json", "application/json", 3, "0".repeat(64));

    @TempDir
    Path folder;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final RecordedContext context = new RecordedContext(JOB);
    private FileSystemReceiptFileStore store;
    private Documents documents;
    private AnalysisHandler handler;

    @BeforeEach
    void openStore() throws IOException {
        store = new FileSystemReceiptFileStore(folder);
        store.put(JOB, "upload", "image/jpeg", InputStream.nullInputStream());
        documents = new Documents(store);
        handler = handler(new GrammarEngine(CLOCK));
    }

    @Test
    void shouldTurnATextIntoAReceiptAndTellItsSteps() throws IOException {
        // when
        ReceiptAnalyzed analyzed = analyze(handler, recognized(ReceiptFixtures.fiscal()));

        // then
        AnalyzedReceipt receipt = documents.read(analyzed.analysis(), AnalyzedReceipt.class);
        assertThat(context.steps()).containsExactly(Step.AI_ANALYSIS, Step.DATA_VALIDATION);
        assertThat(receipt.analysis().totalAmount()).isEqualTo(Money.of("31.89"));
        assertThat(receipt.ocrText()).contains("SUMA PLN 31,89");
        assertThat(receipt.recognition().engine()).isEqualTo("two-readers");
        assertThat(receipt.recognition().receiptKeywords()).isTrue();
        assertThat(receipt.recognition().confidence()).isEqualTo(0.98);
        assertThat(verdicts("proved")).isEqualTo(1);
        assertThat(verdicts("in_doubt")).isZero();
        assertThat(analyzed.workStartedAt()).isEqualTo(NOW.minusSeconds(9));
    }

    @Test
    void shouldNotAnalyzeARedeliveredTextAnew() throws IOException {
        // given an engine that answers differently each time, as a model may
        Moody moody = new Moody();
        ReceiptTextRecognized recognized = recognized(ReceiptFixtures.lidlPlus());

        // when
        ReceiptAnalyzed first = analyze(handler(moody), recognized);
        ReceiptAnalyzed again = analyze(handler(moody), recognized);

        // then
        assertThat(again).isEqualTo(first);
        assertThat(moody.asked).hasSize(1);
    }

    @Test
    void shouldGiveAllDeliveriesAtTheSameTimeOneAnalysis() throws Exception {
        // given
        int deliveries = 8;
        CyclicBarrier allAnalyzed = new CyclicBarrier(deliveries);
        AnalysisEngine moody = new Moody() {
            @Override
            Analyzed answer(Analyzed analyzed) {
                await(allAnalyzed);
                return super.answer(analyzed);
            }
        };
        ReceiptTextRecognized recognized = recognized(ReceiptFixtures.lidlPlus());

        // when
        try (var threads = Executors.newFixedThreadPool(deliveries)) {
            List<Future<ReceiptAnalyzed>> told = IntStream.range(0, deliveries)
                    .mapToObj(i -> threads.submit(
                            () -> (ReceiptAnalyzed) handler(moody).handle(recognized, new RecordedContext(JOB))))
                    .toList();

            // then
            for (Future<ReceiptAnalyzed> each : told) {
                assertThat(each.get()).isEqualTo(told.getFirst().get());
            }
        }
    }

    @Test
    void shouldKeepNothingOfAnEngineThatWasStopped() throws IOException {
        // given
        ReceiptTextRecognized recognized = recognized(ReceiptFixtures.fiscal());

        // when
        assertThatThrownBy(() -> handler.handle(recognized, new StoppedAt(Step.DATA_VALIDATION)))
                .isInstanceOf(CancellationException.class);

        // then
        assertThat(documents.find(JOB, AnalysisHandler.ANALYSIS)).isEmpty();
    }

    @Test
    void shouldSayThatTheTextIsTooLong() throws IOException {
        // given
        ReceiptTextRecognized recognized = recognized(PrintedText.of("SUMA PLN ".repeat(10_000)));

        // then
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> handler.handle(recognized, context))
                .extracting(e -> e.error().code())
                .isEqualTo(ErrorCode.TEXT_TOO_LONG);
    }

    @Test
    void shouldStopTheGrammarWhenTheWorkIsStopped() throws IOException {
        // given
        ReceiptTextRecognized recognized = recognized(ReceiptFixtures.fiscal());

        // then
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> handler.handle(recognized, new StoppedAt(null)));
    }

    @Test
    void shouldSayThatTheFileIsGone() {
        assertThat(failure(handler)).isEqualTo(ErrorCode.FILE_MISSING);
    }

    @Test
    void shouldSayThatTheStoreIsUnavailable() {
        // given
        AnalysisHandler handler =
                new AnalysisHandler(new Unavailable(), new GrammarEngine(CLOCK), new ReceiptGate(10), CLOCK, meters);

        // then
        assertThat(failure(handler)).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
    }

    @Test
    void shouldWaitForAStoreThatHasNoRoomForTheAnalysis() throws IOException {
        // given
        ReceiptTextRecognized recognized = recognized(ReceiptFixtures.fiscal());
        AnalysisHandler handler =
                new AnalysisHandler(full(store), new GrammarEngine(CLOCK), new ReceiptGate(10), CLOCK, meters);

        // then
        assertThatThrownBy(() -> handler.handle(recognized, context))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
    }

    private static ReceiptFileStore full(ReceiptFileStore store) {
        return (ReceiptFileStore) Proxy.newProxyInstance(
                AnalysisHandlerTest.class.getClassLoader(),
                new Class<?>[] {ReceiptFileStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("putIfAbsent")) {
                        throw new StoreFullException(new IOException("No space left on device"));
                    }
                    return method.invoke(store, arguments);
                });
    }

    private double verdicts(String verdict) {
        return meters.get("paragon.analysis.verdicts")
                .tag("verdict", verdict)
                .counter()
                .count();
    }

    private AnalysisHandler handler(AnalysisEngine engine) {
        return new AnalysisHandler(store, engine, new ReceiptGate(10), CLOCK, meters);
    }

    private ReceiptAnalyzed analyze(AnalysisHandler handler, ReceiptTextRecognized recognized) {
        return (ReceiptAnalyzed) handler.handle(recognized, context);
    }

    private ErrorCode failure(AnalysisHandler handler) {
        return catchThrowableOfType(StageException.class, () -> handler.handle(recognized(MISSING), context))
                .error()
                .code();
    }

    private ReceiptTextRecognized recognized(RecognizedText text) throws IOException {
        return recognized(documents.keep(JOB, "text.json", text));
    }

    private static ReceiptTextRecognized recognized(FileReference text) {
        FileReference upload = new FileReference(JOB + "/upload", "image/jpeg", 3, "0".repeat(64));
        return new ReceiptTextRecognized(
                JOB,
                NOW.minusSeconds(1),
                new Submission("paragon.jpg", upload, null, Submission.ANONYMOUS, NOW.minusSeconds(10)),
                NOW.minusSeconds(9),
                text);
    }

    /** The grammar, with a note on the text that is another one each time. */
    private static class Moody implements AnalysisEngine {

        private final GrammarEngine grammar = new GrammarEngine(CLOCK);
        final List<Integer> asked = new ArrayList<>();

        @Override
        public String name() {
            return "moody";
        }

        @Override
        public Analyzed analyze(RecognizedText text, Instant deadline, Checkpoint checkpoint) {
            return answer(grammar.analyze(text, deadline, checkpoint));
        }

        synchronized Analyzed answer(Analyzed analyzed) {
            asked.add(asked.size());
            return new Analyzed(analyzed.receipt(), analyzed.text() + "\nanswer " + asked.size());
        }

        static void await(CyclicBarrier barrier) {
            try {
                barrier.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The context of work that is cancelled before a step begins; without a step, at its first checkpoint. */
    private record StoppedAt(Step step) implements StageContext {

        @Override
        public void step(Step begun) {
            if (begun == step) {
                throw new CancellationException();
            }
        }

        @Override
        public JobId jobId() {
            return JOB;
        }

        @Override
        public int attempt() {
            return 1;
        }

        @Override
        public Instant workStartedAt() {
            return NOW;
        }

        @Override
        public Instant deadline() {
            return NOW.plusSeconds(60);
        }

        @Override
        public void checkpoint() {
            if (step == null) {
                throw new CancellationException();
            }
        }

        @Override
        public Registration onStop(Runnable action) {
            return () -> {};
        }
    }

    private static final class Unavailable implements ReceiptFileStore {

        @Override
        public FileReference put(JobId job, String name, String mediaType, InputStream in) throws IOException {
            throw away();
        }

        @Override
        public FileReference putIfAbsent(JobId job, String name, String mediaType, InputStream in) throws IOException {
            throw away();
        }

        @Override
        public Optional<FileReference> find(JobId job, String name, String mediaType) throws IOException {
            throw away();
        }

        @Override
        public InputStream open(FileReference file) throws IOException {
            throw away();
        }

        @Override
        public Freed delete(JobId job) throws IOException {
            throw away();
        }

        @Override
        public Stream<JobId> jobs() throws IOException {
            throw away();
        }

        @Override
        public Optional<Changes> changes(JobId job) throws IOException {
            throw away();
        }

        @Override
        public Freed deleteLeftovers(Instant limit) throws IOException {
            throw away();
        }

        private static IOException away() {
            return new IOException("no route to the store");
        }
    }
}
