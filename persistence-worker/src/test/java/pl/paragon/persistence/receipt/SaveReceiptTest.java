package pl.paragon.persistence.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.persistence.Fixtures;
import pl.paragon.persistence.arbiter.Arbiter;
import pl.paragon.persistence.arbiter.Arbiters;
import pl.paragon.persistence.receipt.duplicate.NoDuplicates;
import pl.paragon.persistence.receipt.schema.Receipt;
import pl.paragon.runtime.files.Documents;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.testsupport.RecordedContext;
import pl.paragon.worker.stage.StageException;

class SaveReceiptTest {

    private static final JobId JOB = JobId.of("5b1d3a52-6f0e-4a53-9a1c-0b9a5a3d9c01");

    private final Arbiter arbiter = Arbiters.inMemory(new SimpleMeterRegistry());
    private final List<Receipt> saved = new ArrayList<>();
    private final RecordedContext context = new RecordedContext(JOB);

    @TempDir
    Path folder;

    private FileSystemReceiptFileStore store;
    private SaveReceipt saveReceipt;

    @BeforeEach
    void openStore() throws IOException {
        store = new FileSystemReceiptFileStore(folder);
        saveReceipt = saveReceipt(store);
    }

    @Test
    void shouldSaveTheReceiptAndTellIt() {
        // when
        JobEvent end = saveReceipt.handle(Fixtures.analyzed(JOB, Fixtures.document(), store), context);

        // then
        assertThat(saved).singleElement().satisfies(receipt -> {
            assertThat(receipt.jobId()).isEqualTo(JOB.value());
            assertThat(receipt.total()).isEqualTo(Money.of("17.48"));
            assertThat(receipt.document().analysis().items()).hasSize(2);
            assertThat(end).isEqualTo(new JobEnded(JOB, Fixtures.NOW, new JobEnded.Saved(receipt.id())));
        });
        assertThat(context.steps()).containsExactly(Step.SAVING, Step.FINALIZATION);
    }

    @Test
    void shouldSaveOnceAndTellTheSameEndWhereItComesAgain() {
        // when
        JobEvent first = saveReceipt.handle(Fixtures.analyzed(JOB, Fixtures.document(), store), context);
        JobEvent again = saveReceipt.handle(Fixtures.analyzed(JOB, Fixtures.document(), store), context);

        // then
        assertThat(again).isEqualTo(first);
        assertThat(saved).hasSize(1);
    }

    @Test
    void shouldSaveNothingWhereTheJobWasCancelledBefore() {
        // given
        JobEnded cancelled = arbiter.decide(JOB, new JobEnded.Cancelled());

        // when
        JobEvent end = saveReceipt.handle(Fixtures.analyzed(JOB, Fixtures.document(), store), context);

        // then
        assertThat(end).isEqualTo(cancelled);
        assertThat(saved).isEmpty();
        assertThat(context.steps()).containsExactly(Step.SAVING);
    }

    @Test
    void shouldSaveTheDocumentThatStandsWhicheverDeliveryMadeIt() throws IOException {
        // given two deliveries of one text, understood differently
        ReceiptAnalyzed first = Fixtures.analyzed(JOB, Fixtures.document(), store);
        ReceiptAnalyzed second = Fixtures.analyzed(
                JOB, Fixtures.document("ANOTHER", Fixtures.analysis("Another", LocalDate.of(2026, 1, 1))), store);

        // when the later one is saved
        saveReceipt.handle(second, context);

        // then
        assertThat(second.analysis()).isEqualTo(first.analysis());
        assertThat(saved).singleElement().extracting(Receipt::document).isEqualTo(Fixtures.document());
    }

    @Test
    void shouldSayThatTheDocumentIsGone() throws IOException {
        // given
        ReceiptAnalyzed analyzed = Fixtures.analyzed(JOB, Fixtures.document(), store);
        store.delete(JOB);

        // then
        assertThat(failure(analyzed)).isEqualTo(ErrorCode.FILE_MISSING);
    }

    @Test
    void shouldNotSaveADamagedDocument() throws IOException {
        // given
        ReceiptAnalyzed analyzed = Fixtures.analyzed(JOB, Fixtures.document(), store);
        Files.writeString(store.folder(JOB).resolve("analysis.json"), "{}");

        // then
        assertThat(failure(analyzed)).isEqualTo(ErrorCode.FILE_MISSING);
    }

    @Test
    void shouldWaitForAStoreThatIsUnavailable() throws IOException {
        // given a folder where the file should be, which cannot be read as one
        ReceiptAnalyzed analyzed = Fixtures.analyzed(JOB, Fixtures.document(), store);
        Path file = store.folder(JOB).resolve("analysis.json");
        Files.delete(file);
        Files.createDirectory(file);

        // then
        assertThat(failure(analyzed)).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
    }

    @Test
    void shouldCallADocumentThatCannotBeDecodedADefectOfOurs() throws IOException {
        // given
        Fixtures.upload(JOB, store);
        FileReference nonsense = new Documents(store).keep(JOB, "analysis.json", List.of("no receipt"));

        // then
        assertThatThrownBy(() -> saveReceipt.handle(Fixtures.analyzed(JOB, Fixtures.NOW, nonsense), context))
                .isInstanceOf(UndecodableException.class);
        assertThat(saved).isEmpty();
    }

    private ErrorCode failure(ReceiptAnalyzed analyzed) {
        return catchThrowableOfType(StageException.class, () -> saveReceipt.handle(analyzed, context))
                .error()
                .code();
    }

    private SaveReceipt saveReceipt(ReceiptFileStore files) {
        Clock clock = Clock.fixed(Fixtures.NOW, ZoneOffset.UTC);
        return new SaveReceipt(
                new Documents(files),
                Arbiters.transactions(),
                NoDuplicates.duplicates(),
                arbiter,
                saved::add,
                clock,
                new Random(42));
    }
}
