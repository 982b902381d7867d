package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.statistics.PriceQuery;
import pl.paragon.contracts.statistics.Prices;
import pl.paragon.contracts.statistics.Spending;
import pl.paragon.contracts.statistics.SpendingBy;
import pl.paragon.contracts.statistics.SpendingQuery;

/** What a client is told of its receipts together. */
@QuarkusTest
@WithTestResource(RealServers.class)
class StatisticsIT extends AgainstAGateway {

    private static final String SPENDING = "/api/v3/statistics/spending";
    private static final String PRICES = "/api/v3/statistics/prices";

    @BeforeEach
    void spend() {
        servers.receipts()
                .tell(
                        new Spending(List.of(new Spending.Sum("Żabka", "PLN", Money.of("12.30"), 2, 1))),
                        new Prices(
                                List.of(new Prices.Paid(
                                        JobId.random(),
                                        LocalDate.of(2026, 3, 14),
                                        null,
                                        "MASŁO",
                                        new BigDecimal("2"),
                                        "szt",
                                        Money.of("7.99"),
                                        Money.of("15.98"),
                                        "PLN")),
                                true));
    }

    @AfterEach
    void comeBack() {
        servers.setDatabaseAway(false);
    }

    @Test
    void shouldTellSpending() {
        given().queryParam("by", "store")
                .queryParam("from", "2026-01-01")
                .get(SPENDING)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("data.by", equalTo("store"))
                .body("data.sums[0].key", equalTo("Żabka"))
                .body("data.sums[0].amount", equalTo(12.3f))
                .body("data.sums[0].count", equalTo(2))
                .body("data.sums[0].illegible", equalTo(1));

        assertThat(Json.read(servers.receipts().asked("/internal/statistics/spending"), SpendingQuery.class))
                .isEqualTo(new SpendingQuery(Submission.ANONYMOUS, SpendingBy.STORE, LocalDate.of(2026, 1, 1), null));
    }

    @Test
    void shouldTellPrices() {
        given().queryParam("name", "masło")
                .queryParam("to", "2026-12-31")
                .get(PRICES)
                .then()
                .statusCode(200)
                .body("data.prices[0].name", equalTo("MASŁO"))
                .body("data.prices[0].unit_price", equalTo(7.99f))
                .body("data.prices[0].store_name", nullValue())
                .body("data.more", equalTo(true));

        assertThat(Json.read(servers.receipts().asked("/internal/statistics/prices"), PriceQuery.class))
                .isEqualTo(new PriceQuery(Submission.ANONYMOUS, "masło", null, LocalDate.of(2026, 12, 31)));
    }

    @Test
    void shouldSayWhatIsWrong() {
        given().get(SPENDING + "?by=day").then().statusCode(400).body("details.field", equalTo("by"));
        given().get(PRICES).then().statusCode(400).body("details.field", equalTo("name"));
        given().get(PRICES + "?name=ab").then().statusCode(400).body("details.field", equalTo("name"));
    }

    @Test
    void shouldBeUnavailableWithoutTheDatabase() {
        servers.setDatabaseAway(true);

        given().get(SPENDING).then().statusCode(503).header("Retry-After", "2");
        given().get(PRICES + "?name=masło").then().statusCode(503);
    }
}
