package pl.paragon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.runtime.publish.UnpublishableException;

/** What every service publishes with, against a real broker. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PublisherIT extends AgainstAGateway {

    @Inject
    EventPublisher publisher;

    @Test
    void shouldTellAnEventThatIsTooLargeFromABrokerThatIsAwayAndGoOn() {
        // given: an event that no broker takes, of a kind that our own code would not make
        JobId job = JobId.random();
        FileReference file = new FileReference(job + "/upload", "x".repeat(3_000_000), 1, "ab".repeat(32));
        ReceiptSubmitted tooLarge = new ReceiptSubmitted(
                job, Samples.NOON, new Submission("a.jpg", file, null, Submission.ANONYMOUS, Samples.NOON));

        // when, then
        assertThatThrownBy(() -> publisher.publish(tooLarge)).isInstanceOf(UnpublishableException.class);

        // and the next event is published
        publisher.publish(Samples.step(job, Step.OCR));
        await().atMost(Polls.LONGEST).untilAsserted(() -> assertThat(broker.published(job, StepStarted.class))
                .hasSize(1));
    }
}
