package pl.paragon.analysis.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.analysis.grammar.GrammarEngine;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.testsupport.RecordedContext;
import pl.paragon.worker.stage.StageException;

class AnalysisHandlerTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final OneFile store = new OneFile();
    private final RecordedContext context = new RecordedContext(recognized().jobId());
    private final AnalysisHandler handler =
            new AnalysisHandler(store, new GrammarEngine(CLOCK), new ReceiptGate(10), CLOCK);

    @Test
    void shouldTurnATextIntoAReceiptAndTellItsSteps() {
        // given
        store.content = Json.write(ReceiptFixtures.fiscal());

        // when
        ReceiptAnalyzed analyzed = (ReceiptAnalyzed) handler.handle(recognized(), context);

        // then
        assertThat(context.steps()).containsExactly(Step.AI_ANALYSIS, Step.DATA_VALIDATION);
        assertThat(analyzed.analysis().totalAmount()).isEqualTo(Money.of("31.89"));
        assertThat(analyzed.ocrText()).contains("SUMA PLN 31,89");
        assertThat(analyzed.reading().engine()).isEqualTo("two-readers");
        assertThat(analyzed.reading().receiptKeywords()).isTrue();
        assertThat(analyzed.reading().confidence()).isEqualTo(0.98);
        assertThat(analyzed.workStartedAt()).isEqualTo(NOW.minusSeconds(9));
    }

    @Test
    void shouldGiveTheSameFactForARedeliveredText() {
        // given
        store.content = Json.write(ReceiptFixtures.lidlPlus());

        // then
        assertThat(handler.handle(recognized(), context)).isEqualTo(handler.handle(recognized(), context));
    }

    @Test
    void shouldSayThatTheFileIsGone() {
        assertThat(failure()).isEqualTo(ErrorCode.FILE_MISSING);
    }

    @Test
    void shouldSayThatTheStoreIsAway() {
        // given
        store.away = true;

        // then
        assertThat(failure()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
    }

    private ErrorCode failure() {
        return catchThrowableOfType(StageException.class, () -> handler.handle(recognized(), context))
                .error()
                .code();
    }

    private static ReceiptTextRecognized recognized() {
        FileReference file = new FileReference("job/upload", "image/jpeg", 3, "0".repeat(64));
        return new ReceiptTextRecognized(
                JobId.of("0b8c7c1e-1d2f-4a53-9a57-0f8f6d3f5a11"),
                NOW.minusSeconds(1),
                new Submission("paragon.jpg", file, null, Submission.ANONYMOUS, NOW.minusSeconds(10)),
                NOW.minusSeconds(9),
                new FileReference("job/text.json", "application/json", 3, "0".repeat(64)));
    }

    private static final class OneFile implements ReceiptFileStore {

        private byte[] content;
        private boolean away;

        @Override
        public InputStream open(FileReference file) throws IOException {
            if (away) {
                throw new IOException("no route to the store");
            }
            if (content == null) {
                throw new NoSuchFileException(file.key());
            }
            return new ByteArrayInputStream(content);
        }

        @Override
        public FileReference put(JobId job, String name, String mediaType, InputStream in) {
            throw new UnsupportedOperationException("the analysis stores nothing");
        }

        @Override
        public Optional<FileReference> find(JobId job, String name, String mediaType) {
            return Optional.empty();
        }

        @Override
        public void delete(JobId job) {
            throw new UnsupportedOperationException("the analysis deletes nothing");
        }

        @Override
        public int deleteOlderThan(Instant limit) {
            return 0;
        }
    }
}
