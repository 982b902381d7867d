package pl.paragon.persistence;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/**
 * With a service of its own, so that the broken connections that an outage leaves in its pool disturb no other test.
 */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(value = RealDatabase.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class DatabaseOutageIT {

    RestartableDatabase database;

    @Inject
    ReceiptFileStore store;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Broker broker;

    @BeforeEach
    void listen() {
        broker = new Broker(bootstrapServers);
    }

    @AfterEach
    void hangUp() {
        broker.close();
    }

    @Test
    void shouldWaitForADatabaseThatIsAwayAndBurnNoAttempt() {
        // given
        JobId job = JobId.random();
        JobId failing = JobId.random();
        JobId cancelled = JobId.random();
        database.stop();
        try {
            // when
            broker.publish(
                    Fixtures.analyzedNow(job, Fixtures.document(), store),
                    Fixtures.failed(failing),
                    Fixtures.cancelled(cancelled));

            // then: it has taken the job up, and says that it is not ready
            broker.await(job, StepStarted.class, 2);
            await().atMost(Broker.PATIENCE).until(() -> get("/q/health/ready").statusCode() == 503);
            assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        } finally {
            database.start();
        }

        // then
        assertThat(broker.await(job, JobEnded.class).outcome()).isInstanceOf(JobEnded.Saved.class);
        assertThat(broker.await(failing, JobEnded.class).outcome()).isInstanceOf(JobEnded.Failed.class);
        assertThat(broker.await(cancelled, JobEnded.class).outcome()).isInstanceOf(JobEnded.Cancelled.class);
        assertThat(broker.published(job, RetryScheduled.class)).isEmpty();
        assertThat(broker.published(job, StageFailed.class)).isEmpty();
        assertThat(broker.published(job, StepStarted.class)).allMatch(step -> step.attempt() == 1);
        await().atMost(Broker.PATIENCE).until(() -> get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void shouldSaveEachReceiptOnceWhereTheDatabaseGoesAwayInTheMiddle() {
        // given
        List<JobId> jobs = Stream.generate(JobId::random).limit(40).toList();
        jobs.forEach(each -> broker.publish(Fixtures.analyzedNow(each, Fixtures.document(), store)));
        await().atMost(Broker.PATIENCE).until(() -> jobs.stream()
                .anyMatch(each -> !database.outcomes(each).isEmpty()));

        // when
        database.stop();
        database.start();

        // then
        for (JobId each : jobs) {
            assertThat(broker.await(each, JobEnded.class).outcome()).isInstanceOf(JobEnded.Saved.class);
            assertThat(database.receipts(each)).hasSize(1);
            assertThat(broker.published(each, RetryScheduled.class)).isEmpty();
            assertThat(broker.published(each, StageFailed.class)).isEmpty();
        }
    }
}
