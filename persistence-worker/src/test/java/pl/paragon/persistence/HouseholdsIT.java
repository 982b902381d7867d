package pl.paragon.persistence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.household.Household;
import pl.paragon.contracts.household.HouseholdOwner;
import pl.paragon.contracts.household.HouseholdRequest;
import pl.paragon.contracts.household.Member;
import pl.paragon.contracts.household.Membership;
import pl.paragon.contracts.household.Memberships;
import pl.paragon.contracts.household.Standing;
import pl.paragon.contracts.json.Json;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** Households as the gateways ask for them; each test has people of its own. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class HouseholdsIT extends AgainstRealServers {

    private static final String HOUSEHOLDS = "/internal/households";

    private final String anna = "anna-" + job;
    private final String jan = "jan@example.com/" + job;
    private final String ola = "ola-" + job;

    @Test
    void shouldMakeItsFounderTheFirstMember() {
        // when
        Household home = found(anna, "Dom");

        // then
        assertThat(home.name()).isEqualTo("Dom");
        assertThat(home.members()).extracting(Member::owner).containsExactly(anna);
        assertThat(memberships(anna).households())
                .containsExactly(new Membership(home.id(), "Dom", Standing.MEMBER, false));
        assertThat(memberships(jan).households()).isEmpty();
        assertThat(household(as(anna).get(HOUSEHOLDS + "/" + home.id()))).isEqualTo(home);
    }

    @Test
    void shouldMakeNobodyAMemberWhoHasNotAgreed() {
        // given
        String home = found(anna, "Dom").id();

        // when
        put(home, jan, anna).then().statusCode(200);

        // then
        assertThat(memberships(jan).households()).containsExactly(new Membership(home, "Dom", Standing.INVITED, false));
        assertThat(memberships(jan).isMember(home)).isFalse();
        makeDefault(home, jan).then().statusCode(404);
        put(home, ola, jan).then().statusCode(404);
        remove(home, anna, jan).then().statusCode(404);
        as(jan).delete(HOUSEHOLDS + "/" + home).then().statusCode(404);

        // when
        Household joined = household(put(home, jan, jan));

        // then
        assertThat(memberships(jan).isMember(home)).isTrue();
        assertThat(joined.members()).extracting(Member::invitedBy).containsExactly(null, anna);
        assertThat(household(put(home, jan, anna))).as("invited again").isEqualTo(joined);
        assertThat(household(put(home, jan, jan))).as("accepted again").isEqualTo(joined);
    }

    @Test
    void shouldLetNobodyInOrLookWhoIsNotInvited() {
        // given
        String home = found(anna, "Dom").id();

        // when, then
        put(home, jan, jan).then().statusCode(404);
        put(home, ola, jan).then().statusCode(404);
        as(jan).get(HOUSEHOLDS + "/" + home).then().statusCode(404);
        as(jan).delete(HOUSEHOLDS + "/" + home).then().statusCode(404);
        makeDefault(home, jan).then().statusCode(404);
        remove(home, anna, jan).then().statusCode(404);
        assertThat(memberships(jan).households()).isEmpty();
        assertThat(household(as(anna).get(HOUSEHOLDS + "/" + home)).members()).hasSize(1);
    }

    @Test
    void shouldHaveOneDefaultPerPersonAndNoneOnceTheyHaveLeft() {
        // given
        String home = found(anna, "Dom").id();
        String cottage = found(anna, "Działka").id();
        put(home, jan, anna);
        put(home, jan, jan);

        // when
        makeDefault(home, anna).then().statusCode(200);
        makeDefault(cottage, anna).then().statusCode(200);
        makeDefault(home, jan).then().statusCode(200);

        // then
        assertThat(memberships(anna).byDefault()).contains(cottage);
        assertThat(memberships(jan).byDefault()).contains(home);
        assertThat(memberships(ola).anybodyHasDefault()).isTrue();

        // when
        remove(home, jan, jan).then().statusCode(200);
        as(anna).delete(HOUSEHOLDS + "/default").then().statusCode(200);

        // then
        assertThat(memberships(jan).households()).isEmpty();
        assertThat(memberships(anna).byDefault()).isEmpty();
        assertThat(memberships(anna).households()).hasSize(2);
    }

    @Test
    void shouldLetMembersRemoveEachOther() {
        // given
        String home = found(anna, "Dom").id();
        put(home, jan, anna);
        put(home, jan, jan);
        put(home, ola, jan);

        // when, then
        remove(home, ola, anna).then().statusCode(200);
        assertThat(memberships(ola).households()).isEmpty();
        remove(home, anna, jan).then().statusCode(200);
        assertThat(memberships(anna).households()).isEmpty();
        remove(home, anna, jan).then().statusCode(404);
    }

    @Test
    void shouldNeverLeaveAHouseholdWithoutAMember() throws InterruptedException {
        // given
        String home = found(anna, "Dom").id();
        put(home, jan, anna);
        put(home, jan, jan);

        // when both leave at once
        try (var both = Executors.newFixedThreadPool(2)) {
            both.invokeAll(List.of(() -> leaveInTheEnd(home, anna), () -> leaveInTheEnd(home, jan)));
        }

        // then
        assertThat(memberships(anna).isMember(home))
                .isNotEqualTo(memberships(jan).isMember(home));
        String last = memberships(anna).isMember(home) ? anna : jan;
        assertThat(conflict(remove(home, last, last))).isEqualTo("LAST_MEMBER");
    }

    @Test
    void shouldDeleteAHouseholdThatOwnsNothing() {
        // given
        String home = found(anna, "Dom").id();
        put(home, jan, anna);
        put(home, ola, anna);
        put(home, jan, jan);

        // when, then
        assertThat(conflict(as(anna).delete(HOUSEHOLDS + "/" + home))).isEqualTo("HAS_OTHER_MEMBERS");
        remove(home, jan, jan);
        as(anna).delete(HOUSEHOLDS + "/" + home).then().statusCode(200);
        assertThat(memberships(anna).households()).isEmpty();
        assertThat(memberships(ola).households()).as("the invitation").isEmpty();
        as(anna).delete(HOUSEHOLDS + "/" + home).then().statusCode(404);
    }

    @Test
    void shouldKeepAHouseholdAsLongAsAnythingBelongsToIt() {
        // given
        String home = found(anna, "Dom").id();
        Submission of = Fixtures.submission(job);
        Submission submission =
                new Submission(of.filename(), of.file(), null, HouseholdOwner.of(home), of.submittedAt());
        broker.publish(new ReceiptSubmitted(job, of.submittedAt(), submission));
        await().atMost(Broker.PATIENCE)
                .until(() -> !database.rows("select 1 as one from job where job_id = ?", job.value())
                        .isEmpty());

        // when, then
        assertThat(conflict(as(anna).delete(HOUSEHOLDS + "/" + home))).isEqualTo("HAS_RECEIPTS");
        database.rows("update job set deleted_at = now() where job_id = ? returning job_id", job.value());
        as(anna).delete(HOUSEHOLDS + "/" + home).then().statusCode(200);
    }

    @Test
    void shouldBoundHowManyPeopleAndHouseholdsThereAre() {
        // given
        String home = found(anna, "Dom").id();
        for (int i = 1; i < 50; i++) {
            put(home, i + "-" + job, anna).then().statusCode(200);
        }
        for (int i = 0; i < 20; i++) {
            found(ola, "Dom " + i);
        }

        // when, then
        assertThat(conflict(put(home, ola, anna))).isEqualTo("HOUSEHOLD_FULL");
        put(home, "1-" + job, anna).then().statusCode(200);
        assertThat(conflict(as(ola).body(Json.write(new HouseholdRequest("Jeszcze jeden")))
                        .post(HOUSEHOLDS)))
                .isEqualTo("TOO_MANY_HOUSEHOLDS");
        remove(home, "1-" + job, anna).then().statusCode(200);
        put(home, ola, anna).then().statusCode(200);
        assertThat(conflict(put(home, ola, ola))).isEqualTo("TOO_MANY_HOUSEHOLDS");
    }

    @Test
    void shouldKnowWhoCannotBeAMember() {
        // given
        String home = found(anna, "Dom").id();

        // when, then
        for (String nobody : List.of("", "anonymous", HouseholdOwner.of(home), "x".repeat(129), "a\u0000b")) {
            put(home, nobody, anna).then().statusCode(400);
            as(nobody).get(HOUSEHOLDS).then().statusCode(400);
            as(nobody).body("{\"name\":\"Dom\"}").post(HOUSEHOLDS).then().statusCode(400);
        }
        for (String wish : List.of("", "{}", "{\"name\":\" \"}", "{\"name\":\"a\\u0000b\"}", "[]")) {
            as(anna).body(wish).post(HOUSEHOLDS).then().statusCode(400);
        }
        for (String none : List.of("none", "%00", "7")) {
            given().urlEncodingEnabled(false)
                    .get(HOUSEHOLDS + "/" + none + "?by=anna")
                    .then()
                    .statusCode(404);
        }
    }

    private Boolean leaveInTheEnd(String home, String who) {
        await().atMost(Broker.PATIENCE)
                .until(() -> remove(home, who, who).statusCode(), status -> status == 200 || status == 409);
        return true;
    }

    private static RequestSpecification as(String person) {
        return given().queryParam("by", person);
    }

    private static Household found(String by, String name) {
        return household(as(by).contentType("application/json")
                .body(Json.write(new HouseholdRequest(name)))
                .post(HOUSEHOLDS));
    }

    private static Response put(String household, String owner, String by) {
        return as(by).queryParam("owner", owner).put(HOUSEHOLDS + "/" + household + "/members");
    }

    private static Response remove(String household, String owner, String by) {
        return as(by).queryParam("owner", owner).delete(HOUSEHOLDS + "/" + household + "/members");
    }

    private static Response makeDefault(String household, String by) {
        return as(by).put(HOUSEHOLDS + "/" + household + "/default");
    }

    private static Memberships memberships(String of) {
        return Json.read(as(of).get(HOUSEHOLDS).then().statusCode(200).extract().asByteArray(), Memberships.class);
    }

    private static Household household(Response answer) {
        return Json.read(answer.then().statusCode(200).extract().asByteArray(), Household.class);
    }

    private static String conflict(Response answer) {
        return answer.then().statusCode(409).extract().path("conflict");
    }
}
