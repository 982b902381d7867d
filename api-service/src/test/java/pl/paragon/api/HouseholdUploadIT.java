package pl.paragon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.household.HouseholdOwner;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;

/** Whose an upload is if its sender has a household. */
@QuarkusTest
@WithTestResource(RealServers.class)
@TestProfile(AsksForKeys.class)
class HouseholdUploadIT extends AgainstHouseholds {

    @Test
    void shouldPutUploadsWhereTheirDefaultSaysUnlessTheySayOtherwise() {
        // given
        String home = servers.households().of(anna, jan);
        String annasKey = key(anna);
        makeDefault(annasKey, home).then().statusCode(200).body("data.id", equalTo(home));

        // when, then
        assertThat(ownerOf(jobOf(upload(jpeg(10)).header("X-API-Key", annasKey).post(PROCESS))))
                .isEqualTo(HouseholdOwner.of(home));
        assertThat(ownerOf(jobOf(upload(jpeg(10))
                        .header("X-API-Key", annasKey)
                        .queryParam("household", "personal")
                        .post(PROCESS))))
                .isEqualTo(anna);
        assertThat(ownerOf(jobOf(upload(jpeg(10)).header("X-API-Key", key(jan)).post(PROCESS))))
                .as("somebody else's default")
                .isEqualTo(jan);
        with(annasKey).get(HOUSEHOLDS).then().body("data.households[0].default", equalTo(true));

        // when
        with(annasKey).delete(HOUSEHOLDS + "/default").then().statusCode(200);

        // then
        assertThat(ownerOf(jobOf(upload(jpeg(10)).header("X-API-Key", annasKey).post(PROCESS))))
                .isEqualTo(anna);
    }

    @Test
    void shouldMisfileNothingWhileTheDatabaseIsAway() {
        // given
        String home = servers.households().of(anna, jan);
        String annasKey = key(anna);
        String jansKey = key(jan);
        makeDefault(annasKey, home).then().statusCode(200);
        with(annasKey).get("/api/v3/receipts").then().statusCode(200);
        // Whoever asks for households only is known by their key, and their default is not asked for.
        with(jansKey).get(HOUSEHOLDS).then().statusCode(200);

        // when
        servers.setDatabaseAway(true);

        // then
        assertThat(ownerOf(jobOf(upload(jpeg(10)).header("X-API-Key", annasKey).post(PROCESS))))
                .isEqualTo(HouseholdOwner.of(home));
        upload(jpeg(10))
                .header("X-API-Key", jansKey)
                .post(PROCESS)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("details.error", containsString("?household=personal"));
        upload(jpeg(10))
                .header("X-API-Key", jansKey)
                .header(HEADER, home)
                .post(PROCESS)
                .then()
                .statusCode(503);
        assertRefused(socket("", jansKey), 503);
        assertThat(ownerOf(jobOf(upload(jpeg(10))
                        .header("X-API-Key", jansKey)
                        .header(HEADER, "personal")
                        .post(PROCESS))))
                .isEqualTo(jan);
        with(annasKey).get(HOUSEHOLDS).then().statusCode(503);

        // when
        servers.setDatabaseAway(false);

        // then
        assertThat(ownerOf(jobOf(Polls.patiently(
                        () -> upload(jpeg(10)).header("X-API-Key", jansKey).post(PROCESS)))))
                .isEqualTo(jan);
    }

    @Test
    void shouldKeepApartTheIdempotencyKeysOfMembersAndOfTheirHouseholds() {
        // given
        String home = servers.households().of(anna, jan);
        String annasKey = key(anna);

        // when
        JobId first = jobOf(repeatable(annasKey, home));

        // then
        assertThat(jobOf(repeatable(annasKey, home))).isEqualTo(first);
        assertThat(jobOf(repeatable(annasKey, "personal"))).isNotEqualTo(first);
        assertThat(jobOf(repeatable(key(jan), home))).isNotEqualTo(first);
    }

    @Test
    void shouldRefuseWhatCouldBeMisunderstood() throws IOException {
        // given
        String home = servers.households().of(anna);
        String other = servers.households().of(anna);
        String key = key(anna);
        long before = storedFiles();

        // when, then
        with(key)
                .header(HEADER, home)
                .queryParam("household", other)
                .get("/api/v3/receipts")
                .then()
                .statusCode(400)
                .body("details.field", equalTo("household"));
        with(key)
                .header(HEADER, home)
                .queryParam("household", home)
                .get("/api/v3/receipts")
                .then()
                .statusCode(200);
        upload(jpeg(10))
                .multiPart("household", home)
                .header("X-API-Key", key)
                .post(PROCESS)
                .then()
                .statusCode(400)
                .body("details.field", equalTo("household"))
                .body("details.error", containsString(HEADER));
        for (String body : List.of("", "{}", "[]", "{\"name\":\" \"}", "{\"name\":\"" + "x".repeat(101) + "\"}")) {
            with(key)
                    .contentType("application/json")
                    .body(body)
                    .post(HOUSEHOLDS)
                    .then()
                    .statusCode(400)
                    .body("details.field", equalTo("name"));
        }
        with(key)
                .contentType("application/json")
                .body("{}")
                .put(HOUSEHOLDS + "/default")
                .then()
                .statusCode(400);
        for (String nobody : List.of("anonymous", HouseholdOwner.of(home), anna, "x".repeat(129))) {
            with(key)
                    .put(HOUSEHOLDS + "/{id}/members/{owner}", home, nobody)
                    .then()
                    .statusCode(400);
        }
        String admin = servers.keys().mint("root", Scope.ADMIN);
        with(admin)
                .contentType("application/json")
                .body("{\"owner\":\"household:x\",\"scopes\":[\"receipts:read\"]}")
                .post("/api/v3/keys")
                .then()
                .statusCode(400)
                .body("details.error", containsString("owner is a household"));
        assertThat(storedFiles()).isEqualTo(before);
    }

    private static Response repeatable(String key, String household) {
        return upload(jpeg(10))
                .header("X-API-Key", key)
                .header(HEADER, household)
                .header("Idempotency-Key", "one")
                .post(PROCESS);
    }

    private String ownerOf(JobId job) {
        return broker.await(job, ReceiptSubmitted.class).submission().submitter();
    }
}
