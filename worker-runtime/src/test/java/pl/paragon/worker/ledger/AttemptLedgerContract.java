package pl.paragon.worker.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.files.Freed;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.worker.crew.Incarnation;

/** What every attempt ledger does, whatever holds its marks. */
abstract class AttemptLedgerContract {

    private static final int RACES = 40;

    protected final JobId job = JobId.random();
    protected final Incarnation one = Incarnation.random();
    private final Incarnation two = Incarnation.random();

    private ReceiptFileStore store;
    private AttemptLedger ledger;

    /** Opens the store that holds the marks as a new process would. */
    abstract ReceiptFileStore openStore() throws IOException;

    /** A ledger of a new process. */
    abstract AttemptLedger openLedger() throws IOException;

    @BeforeEach
    final void open() throws IOException {
        store = openStore();
        store.put(job, "upload", "image/png", InputStream.nullInputStream());
        ledger = openLedger();
    }

    @Test
    void shouldRememberWhoStartedAndNeverEndedAcrossProcesses() throws IOException {
        // given
        ledger.begin(job, Stage.OCR, one);
        ledger.begin(job, Stage.OCR, two);
        ledger.begin(job, Stage.OCR, two);

        // when
        AttemptLedger another = openLedger();

        // then
        assertThat(another.unfinished(job, Stage.OCR)).containsExactlyInAnyOrder(one, two);
        assertThat(another.unfinished(job, Stage.ANALYSIS)).isEmpty();
    }

    @Test
    void shouldForgetOnlyTheStartsOfThoseWhoEnded() throws IOException {
        // given
        ledger.begin(job, Stage.OCR, one);
        ledger.begin(job, Stage.OCR, two);

        // when
        ledger.end(job, Stage.OCR, Set.of(one));

        // then
        assertThat(ledger.unfinished(job, Stage.OCR)).containsExactly(two);
    }

    @Test
    void shouldLeaveNothingBehindWhenAllHaveEnded() throws IOException {
        // given
        ledger.begin(job, Stage.OCR, one);

        // when
        ledger.end(job, Stage.OCR, Set.of(one));
        ledger.end(job, Stage.OCR, Set.of(one));

        // then
        assertThat(ledger.unfinished(job, Stage.OCR)).isEmpty();
        assertThat(store.delete(job)).as("the upload alone").isEqualTo(new Freed(1, 0));
    }

    @Test
    void shouldGoWithTheFilesOfTheJob() throws IOException {
        // given
        ledger.begin(job, Stage.OCR, one);

        // when
        store.delete(job);

        // then
        assertThat(ledger.unfinished(job, Stage.OCR)).isEmpty();
    }

    @Test
    void shouldNoteNoStartOfAJobWhoseFilesWereDeleted() throws IOException {
        // given
        ledger.begin(job, Stage.OCR, one);
        store.delete(job);

        // when
        ledger.end(job, Stage.OCR, Set.of(one));

        // then
        assertThatThrownBy(() -> ledger.begin(job, Stage.OCR, two)).isInstanceOf(NoSuchFileException.class);
        assertThat(ledger.unfinished(job, Stage.OCR)).isEmpty();
        try (Stream<JobId> jobs = store.jobs()) {
            assertThat(jobs).doesNotContain(job);
        }
    }

    @Test
    void shouldNoteAStartThoughAnotherWorkerEndsAtTheSameTime() throws Exception {
        for (int round = 0; round < RACES; round++) {
            // given
            ledger.begin(job, Stage.OCR, one);

            // when
            together(() -> ledger.end(job, Stage.OCR, Set.of(one)), () -> ledger.begin(job, Stage.OCR, two));

            // then
            assertThat(ledger.unfinished(job, Stage.OCR)).containsExactly(two);
            ledger.end(job, Stage.OCR, Set.of(two));
        }
    }

    @Test
    void shouldLeaveNoMarkOfAJobThatIsDeletedAtTheSameTime() throws Exception {
        for (int round = 0; round < RACES; round++) {
            // given
            JobId dying = JobId.random();
            store.put(dying, "upload", "image/png", InputStream.nullInputStream());

            // when
            together(() -> store.delete(dying), () -> {
                try {
                    ledger.begin(dying, Stage.OCR, one);
                } catch (NoSuchFileException e) {
                    // late
                }
            });

            // then
            assertThat(ledger.unfinished(dying, Stage.OCR)).isEmpty();
        }
    }

    private static void together(Step... steps) throws Exception {
        CyclicBarrier start = new CyclicBarrier(steps.length);
        try (ExecutorService threads = Executors.newFixedThreadPool(steps.length)) {
            List<Future<?>> ends = Stream.of(steps)
                    .<Future<?>>map(step -> threads.submit(() -> {
                        start.await();
                        step.run();
                        return null;
                    }))
                    .toList();
            for (Future<?> end : ends) {
                end.get();
            }
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
