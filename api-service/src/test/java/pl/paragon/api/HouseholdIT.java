package pl.paragon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.household.HouseholdOwner;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.key.ApiKey;

/** What members of a household see, and strangers do not. */
@QuarkusTest
@WithTestResource(RealServers.class)
@TestProfile(AsksForKeys.class)
class HouseholdIT extends AgainstHouseholds {

    @Test
    void shouldShowMembersWhatAnyOfThemUploads() throws Exception {
        // given
        String home = servers.households().of(anna, jan);
        String annasKey = key(anna);
        String jansKey = key(jan);

        // when
        JobId job = jobOf(upload(jpeg(10))
                .header("X-API-Key", annasKey)
                .header(HEADER, home)
                .post(PROCESS));

        // then
        assertThat(broker.await(job, ReceiptSubmitted.class).submission().submitter())
                .isEqualTo(HouseholdOwner.of(home));
        Polls.patiently(() -> with(jansKey).header(HEADER, home).get(status(job)))
                .then()
                .statusCode(200);
        with(jansKey).queryParam("household", home).get(status(job)).then().statusCode(200);
        with(jansKey).header(HEADER, home).get("/api/v3/receipts").then().statusCode(200);
        assertThat(servers.receipts().queries().getLast().submitter()).isEqualTo(HouseholdOwner.of(home));
        with(jansKey).header(HEADER, home).get("/api/v3/receipts/jobs").then().statusCode(200);
        assertThat(servers.lastJobsQuery()).containsEntry("submitter", HouseholdOwner.of(home));
        try (EventReader events = new EventReader("?household=" + home + "&job_id=" + job, "X-API-Key", jansKey)) {
            broker.publish(Samples.step(job, Step.OCR));
            events.first(
                    event -> event.job().equals(job.toString()) && event.word().equals("PROGRESS"));
        }
        socket("?household=" + home + "&job_id=" + job, jansKey).join().abort();

        // and it is neither's own
        with(annasKey).get(status(job)).then().statusCode(404);
        with(jansKey).get(status(job)).then().statusCode(404);
    }

    @Test
    void shouldShowAStrangerNothing() throws Exception {
        // given
        String home = servers.households().of(anna);
        String stranger = key(ola);
        JobId job = jobOf(upload(jpeg(10))
                .header("X-API-Key", key(anna))
                .header(HEADER, home)
                .post(PROCESS));
        long before = storedFiles();

        // when, then
        with(stranger).get(status(job)).then().statusCode(404).body("error_code", equalTo("JOB_NOT_FOUND"));
        with(stranger)
                .header(HEADER, home)
                .header("Accept-Language", "pl")
                .get(status(job))
                .then()
                .statusCode(404)
                .body("error_code", equalTo("HOUSEHOLD_NOT_FOUND"))
                .body("details.household", equalTo(home))
                .body("hint", containsString("gospodarstwa domowego"));
        upload(jpeg(10_000))
                .header("X-API-Key", stranger)
                .header(HEADER, home)
                .post(PROCESS)
                .then()
                .statusCode(404);
        with(stranger)
                .queryParam("household", home)
                .get("/api/v3/receipts")
                .then()
                .statusCode(404);
        with(stranger).get(HOUSEHOLDS + "/" + home).then().statusCode(404);
        with(stranger).delete(HOUSEHOLDS + "/" + home).then().statusCode(404);
        with(stranger).put(HOUSEHOLDS + "/" + home + "/members/me").then().statusCode(404);
        with(stranger).put(HOUSEHOLDS + "/" + home + "/members/" + jan).then().statusCode(404);
        with(stranger)
                .delete(HOUSEHOLDS + "/" + home + "/members/" + anna)
                .then()
                .statusCode(404);
        makeDefault(stranger, home).then().statusCode(404);
        for (String none : List.of(UUID.randomUUID().toString(), "dom", HouseholdOwner.of(home))) {
            with(stranger).header(HEADER, none).get(status(job)).then().statusCode(404);
        }
        try (EventReader events = new EventReader("?household=" + home, "X-API-Key", stranger)) {
            assertThat(events.statusCode()).isEqualTo(404);
        }
        assertRefused(socket("?household=" + home, stranger), 404);
        assertThat(storedFiles()).isEqualTo(before);
    }

    @Test
    void shouldLetNobodyInBeforeTheyHaveAgreedNorAfterTheyHaveLeft() {
        // given
        String annasKey = key(anna);
        String jansKey = key(jan);
        String home = with(annasKey)
                .contentType("application/json")
                .body("{\"name\":\"Dom\"}")
                .post(HOUSEHOLDS)
                .then()
                .statusCode(201)
                .header("Location", containsString(HOUSEHOLDS + "/"))
                .body("data.name", equalTo("Dom"))
                .body("data.members[0].owner", equalTo(anna))
                .extract()
                .path("data.id");
        JobId job = jobOf(upload(jpeg(10))
                .header("X-API-Key", annasKey)
                .header(HEADER, home)
                .post(PROCESS));

        // when
        with(annasKey)
                .put(HOUSEHOLDS + "/{id}/members/{owner}", home, jan)
                .then()
                .statusCode(200);

        // then
        with(jansKey)
                .get(HOUSEHOLDS)
                .then()
                .statusCode(200)
                .body("data.households[0].id", equalTo(home))
                .body("data.households[0].standing", equalTo("invited"));
        with(jansKey).header(HEADER, home).get(status(job)).then().statusCode(404);

        // when
        with(jansKey).put(HOUSEHOLDS + "/" + home + "/members/me").then().statusCode(200);

        // then at once, here
        Polls.patiently(() -> with(jansKey).header(HEADER, home).get(status(job)))
                .then()
                .statusCode(200);

        // when
        with(jansKey).delete(HOUSEHOLDS + "/" + home + "/members/me").then().statusCode(200);

        // then
        with(jansKey).header(HEADER, home).get(status(job)).then().statusCode(404);
        with(annasKey).header(HEADER, home).get(status(job)).then().statusCode(200);
    }

    @Test
    void shouldFollowWithinItsTimeWhatHappensElsewhere() {
        // given
        String home = servers.households().of(anna, jan);
        String annasKey = key(anna);
        String jansKey = key(jan);
        with(jansKey).header(HEADER, home).get("/api/v3/receipts").then().statusCode(200);

        // when
        with(annasKey)
                .delete(HOUSEHOLDS + "/{id}/members/{owner}", home, jan)
                .then()
                .statusCode(200);

        // then
        await().atMost(Polls.LONGEST)
                .until(() -> with(jansKey)
                                .header(HEADER, home)
                                .get("/api/v3/receipts")
                                .statusCode()
                        == 404);
    }

    @Test
    void shouldWriteDownWhoActedForWhichHousehold() {
        // given
        String home = servers.households().of(anna);
        String key = key(anna);

        try (AuditLines written = new AuditLines()) {
            // when
            with(key)
                    .header(HEADER, home)
                    .get("/api/v3/receipts/status/7")
                    .then()
                    .statusCode(404);

            // then
            assertThat(written.lines())
                    .contains("{\"who\":\"" + anna + "\",\"shown_by\":\"key "
                            + ApiKey.parse(key).orElseThrow().id() + "\",\"on_behalf_of\":\"household:" + home + "\","
                            + "\"did\":\"GET /api/v3/receipts/status/{job_id}\",\"of\":{\"job_id\":\"7\"},"
                            + "\"outcome\":404,\"from\":\"127.0.0.1\"}");
        }
    }

    private static String status(JobId job) {
        return "/api/v3/receipts/status/" + job;
    }
}
