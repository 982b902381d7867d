package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.saved.NumberedPage;
import pl.paragon.contracts.saved.NumberedQuery;

/** The saved receipts as version 2 lists them. */
@QuarkusTest
@WithTestResource(RealServers.class)
class V2ListIT extends AgainstAGateway {

    private static final String RECEIPTS = "/api/v2/receipts";

    private final JobId job = JobId.random();

    @BeforeEach
    void number() {
        servers.receipts().number(new NumberedPage(List.of(Samples.summary(job)), 31));
    }

    @AfterEach
    void comeBack() {
        servers.setDatabaseAway(false);
    }

    @Test
    void shouldListAPage() {
        given().queryParam("page", 4)
                .get(RECEIPTS)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("", aMapWithSize(4))
                .body("total", equalTo(31))
                .body("page", equalTo(4))
                .body("per_page", equalTo(10))
                .body("receipts.size()", equalTo(1))
                .body("receipts[0].id", equalTo(job.toString()))
                .body("receipts[0].filename", equalTo("paragon.jpg"))
                .body("receipts[0].upload_date", equalTo("2026-03-14"))
                .body("receipts[0].status", equalTo("processed"))
                .body("receipts[0].store_name", equalTo("Pod Lipą"))
                .body("receipts[0].total_amount", equalTo(15.5f));

        assertThat(Json.read(servers.receipts().asked("/internal/receipts/numbered"), NumberedQuery.class))
                .isEqualTo(new NumberedQuery(Submission.ANONYMOUS, 30, 10));
    }

    @ParameterizedTest
    @CsvSource({
        "page=0,page",
        "page=-1,page",
        "page=x,page",
        "page=101&per_page=100,page",
        "page=99999999999,page",
        "per_page=101,per_page",
        "per_page=0,per_page"
    })
    void shouldSayWhichParameterIsWrong(String query, String field) {
        given().get(RECEIPTS + "?" + query)
                .then()
                .statusCode(400)
                .body("details.field", equalTo(field))
                .body("detail.details.field", equalTo(field));
    }

    @Test
    void shouldBeUnavailableWithoutTheDatabase() {
        servers.setDatabaseAway(true);

        given().get(RECEIPTS).then().statusCode(503).header("Retry-After", "2");
    }
}
