package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.runtime.files.ReceiptFileStore;

/** All of somebody's receipts in one file. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReceiptExportIT extends AgainstAGateway {

    private static final String EXPORT = "/api/v3/receipts/export";

    @Inject
    ReceiptFileStore store;

    @AfterEach
    void comeBack() {
        servers.setDatabaseAway(false);
        servers.receipts().hold(List.of(), 25);
    }

    @Test
    void shouldWriteAllReceiptsAsRows() {
        // given: more than one batch
        servers.receipts().hold(receipts(60), 25);

        // when
        String csv = given().get(EXPORT)
                .then()
                .statusCode(200)
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"receipts.csv\"")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();

        // then
        assertThat(csv.split("\r\n")).hasSize(1 + 60 * 2).allMatch(row -> row.split(",", -1).length == 21);
    }

    @Test
    void shouldExportWhatTheFilterMeans() {
        given().queryParam("format", "jsonl")
                .queryParam("q", "żółty")
                .queryParam("verdict", "proved")
                .get(EXPORT)
                .then()
                .statusCode(200);

        assertThat(servers.receipts().queries().getLast()).satisfies(query -> {
            assertThat(query.submitter()).isEqualTo(Submission.ANONYMOUS);
            assertThat(query.filter().text()).isEqualTo("żółty");
            assertThat(query.filter().verdict()).isEqualTo(Verdict.PROVED);
        });
    }

    @Test
    void shouldWriteEachReceiptAsItIsShown() throws IOException {
        // given
        List<SavedReceipt> receipts = receipts(2);
        servers.receipts().hold(receipts, 25);
        servers.receipts().keep(receipts.getFirst());

        // when
        String[] lines = given().get(EXPORT + "?format=jsonl")
                .then()
                .extract()
                .asString()
                .split("\n");

        // then
        assertThat(lines).hasSize(2);
        String shown = given().get("/api/v3/receipts/" + receipts.getFirst().jobId())
                .then()
                .extract()
                .asString();
        assertThat(Json.mapper().readTree(lines[0]))
                .isEqualTo(Json.mapper().readTree(shown).path("data"));
    }

    @Test
    void shouldZipBothAndThePicturesThatAreKept() throws IOException {
        // given
        List<SavedReceipt> receipts = receipts(2);
        JobId kept = receipts.getLast().jobId();
        byte[] picture = Uploads.jpeg(50_000);
        store.put(kept, "upload", "image/jpeg", new ByteArrayInputStream(picture));
        servers.receipts().hold(receipts, 25);

        // when
        Map<String, byte[]> files =
                unzip(given().get(EXPORT + "?format=zip").then().extract().asByteArray());

        // then
        assertThat(files).containsOnlyKeys("receipts.csv", "receipts.jsonl", "pictures/" + kept + ".jpeg");
        assertThat(files.get("pictures/" + kept + ".jpeg")).isEqualTo(picture);
        assertThat(new String(files.get("receipts.csv")))
                .isEqualTo(given().get(EXPORT).asString());
        assertThat(new String(files.get("receipts.jsonl")))
                .isEqualTo(given().get(EXPORT + "?format=jsonl").asString());
    }

    @Test
    void shouldSayThatTheDatabaseIsAwayBeforeAnythingIsSent() {
        servers.setDatabaseAway(true);

        given().get(EXPORT).then().statusCode(503).body("error_code", equalTo("SERVICE_UNAVAILABLE"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldBreakOffRatherThanEndIfTheRestCannotBeRead(HttpClient.Version version) {
        // given: a first batch that is followed by nothing that can be read
        servers.receipts().hold(receipts(25), 25);
        servers.receipts().breakOff();

        // then
        assertThatThrownBy(() -> HttpClient.newBuilder()
                        .version(version)
                        .build()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + EXPORT))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldWriteTransactionsForBudgets() {
        servers.receipts().hold(receipts(60), 25);

        given().get(EXPORT + "?format=actual")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("size()", equalTo(60))
                .body("[0].amount", equalTo(-1650));
        assertThat(given().get(EXPORT + "?format=firefly&account=Portfel")
                        .then()
                        .statusCode(200)
                        .header("Content-Disposition", "attachment; filename=\"receipts.jsonl\"")
                        .extract()
                        .asString()
                        .split("\n"))
                .hasSize(60)
                .allMatch(line -> line.contains("\"source_name\":\"Portfel\""));
    }

    @Test
    void shouldAskWhichAccountFireflyMeans() {
        given().get(EXPORT + "?format=firefly").then().statusCode(400).body("details.field", equalTo("account"));
    }

    @Test
    void shouldRefuseAFormatThatIsNone() {
        given().get(EXPORT + "?format=xls").then().statusCode(400).body("details.field", equalTo("format"));
    }

    private static List<SavedReceipt> receipts(int count) {
        return IntStream.range(0, count).mapToObj(i -> receipt(JobId.random())).toList();
    }

    private static SavedReceipt receipt(JobId job) {
        FileReference picture = new FileReference(job + "/upload", "image/jpeg", 50_000, "ab".repeat(32));
        Submission submission = new Submission("a.jpg", picture, null, Submission.ANONYMOUS, Samples.NOON);
        return new SavedReceipt(job, Samples.RECEIPT, submission, Samples.NOON, Samples.document());
    }

    private static Map<String, byte[]> unzip(byte[] zipped) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
