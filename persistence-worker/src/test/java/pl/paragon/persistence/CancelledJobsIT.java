package pl.paragon.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.Stage;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.removal.RemovalReason;
import pl.paragon.persistence.removal.Removals;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;
import pl.paragon.worker.crew.Incarnation;
import pl.paragon.worker.ledger.AttemptLedger;

/** What a cancelled job stored is removed, whoever is down or in the middle of something at that time. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class CancelledJobsIT extends AgainstRealServers {

    @Inject
    FileSystemReceiptFileStore files;

    @Inject
    AttemptLedger ledger;

    @Inject
    Transactions transactions;

    @Inject
    Removals removals;

    @Test
    void shouldRemoveAllThatACancelledJobStored() throws IOException {
        // given
        uploadAndStart();
        document("text.json");
        document("analysis.json");

        // when
        broker.publish(Fixtures.cancelled(job));

        // then
        awaitRemoval();
        assertThat(broker.await(job, JobEnded.class).outcome()).isEqualTo(new JobEnded.Cancelled());
        assertThat(database.outcomes(job)).hasSize(1);
    }

    @Test
    void shouldLeaveNothingOfAWorkerThatFinishesAfterTheRemoval() throws IOException {
        // given
        uploadAndStart();
        broker.publish(Fixtures.cancelled(job));
        awaitRemoval();

        // when / then
        assertThatThrownBy(() -> document("text.json")).isInstanceOf(NoSuchFileException.class);
        ledger.end(job, Stage.OCR, Set.of(Incarnation.random()));
        assertThatThrownBy(() -> ledger.begin(job, Stage.OCR, Incarnation.random()))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(files.folder(job)).doesNotExist();
    }

    @Test
    void shouldConfirmTheCancelWhileTheFileStoreIsAwayAndRemoveTheFilesOnceItIsBack() throws IOException {
        // given
        uploadAndStart();
        Path jobs = files.folder(job).getParent().getParent();
        Path elsewhere = Files.move(jobs, jobs.resolveSibling("elsewhere"));
        try {
            // when
            broker.publish(Fixtures.cancelled(job));

            // then
            assertThat(broker.await(job, JobEnded.class).outcome()).isEqualTo(new JobEnded.Cancelled());
            assertThat(waiting()).isEqualTo(1);
        } finally {
            Files.move(elsewhere, jobs);
        }

        // then
        awaitRemoval();
    }

    @Test
    void shouldRemoveWhatAnotherWorkerDecidedBeforeItDied() throws IOException {
        // given
        uploadAndStart();

        // when
        arbiter.decide(job, new JobEnded.Cancelled(), () -> removals.ask(job, RemovalReason.CANCELLED));

        // then
        awaitRemoval();
    }

    @Test
    void shouldRemoveNothingIfTheSaveWasFirst() throws IOException {
        // given
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));
        broker.await(job, JobEnded.class);

        // when
        broker.publish(Fixtures.cancelled(job));
        broker.await(job, JobEnded.class, 2);

        // then
        assertThat(waiting()).isZero();
        assertThat(files.find(job, "analysis.json", "application/json")).isPresent();
    }

    private void uploadAndStart() throws IOException {
        Fixtures.upload(job, store);
        ledger.begin(job, Stage.OCR, Incarnation.random());
    }

    private void document(String name) throws IOException {
        store.putIfAbsent(job, name, "application/json", new ByteArrayInputStream("{}".getBytes(UTF_8)));
    }

    private void awaitRemoval() {
        await().atMost(Broker.PATIENCE).until(() -> Files.notExists(files.folder(job)));
        await().atMost(Broker.PATIENCE).until(() -> waiting() == 0);
    }

    private long waiting() {
        return transactions.inOne(() -> removals.after(Optional.empty(), 1000).stream()
                .filter(removal -> removal.job().equals(job))
                .count());
    }
}
