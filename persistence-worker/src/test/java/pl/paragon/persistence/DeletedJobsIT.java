package pl.paragon.persistence;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.JobDeleted;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** Deletion on request, as the gateway asks for it. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class DeletedJobsIT extends AgainstRealServers {

    @Test
    void shouldDeleteAReceiptItsFilesAndWhatTheClientSaidAndPublishIt() {
        // given
        accept();
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));
        broker.await(job, JobEnded.class);

        // when
        delete("anonymous").statusCode(200);

        // then
        assertThat(database.receipts(job)).isEmpty();
        assertThat(get("/internal/jobs/" + job + "/analysis").statusCode()).isEqualTo(404);
        assertThat(row())
                .containsEntry("filename", null)
                .containsEntry("user_id", null)
                .containsEntry("sha256", null);
        assertThat(database.outcomes(job)).as("how it ended").hasSize(1);
        broker.await(job, JobDeleted.class);
        await().atMost(Broker.PATIENCE).until(() -> store.changes(job).isEmpty());

        // when: the same fact and the same wish once more
        broker.publish(Fixtures.submitted(job));
        delete("anonymous").statusCode(200);

        // then
        List<JobDeleted> deletions = broker.await(job, JobDeleted.class, 2);
        assertThat(deletions).allMatch(deletions.getFirst()::equals);
        assertThat(row()).containsEntry("filename", null);
    }

    @Test
    void shouldDeleteAReceiptThatIsOlderThanTheRegister() {
        // given
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));
        broker.await(job, JobEnded.class);

        // when / then
        delete("anonymous").statusCode(200);
        assertThat(database.receipts(job)).isEmpty();
    }

    @Test
    void shouldNotDeleteAJobThatHasNotEnded() {
        // given
        accept();

        // when / then
        delete("anonymous").statusCode(409);
        assertThat(row()).containsEntry("filename", "paragon.jpg");
    }

    @Test
    void shouldNotKnowAnotherSubmittersJob() {
        // given
        accept();
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));
        broker.await(job, JobEnded.class);

        // when / then
        delete("somebody").statusCode(404);
        given().queryParam("submitter", "anonymous")
                .delete("/internal/jobs/none")
                .then()
                .statusCode(404);
        assertThat(database.receipts(job)).hasSize(1);
    }

    private ValidatableResponse delete(String submitter) {
        return given().queryParam("submitter", submitter)
                .delete("/internal/jobs/" + job)
                .then()
                .log()
                .ifValidationFails();
    }

    private void accept() {
        broker.publish(Fixtures.submitted(job));
        await().atMost(Broker.PATIENCE).until(() -> !rows().isEmpty());
    }

    private Map<String, Object> row() {
        return rows().getFirst();
    }

    private List<Map<String, Object>> rows() {
        return database.rows("select * from job where job_id = ?", job.value());
    }
}
