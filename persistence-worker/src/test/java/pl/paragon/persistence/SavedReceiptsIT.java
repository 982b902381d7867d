package pl.paragon.persistence;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.testsupport.broker.RealBroker;

/** Receipts in PostgreSQL: what is saved, when, and how the gateway reads it. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class SavedReceiptsIT extends AgainstRealServers {

    @Test
    void shouldMakeTheSchemaFromNothing() {
        List<Map<String, Object>> applied =
                database.rows("select version, success from flyway_schema_history order by installed_rank");
        assertThat(applied).hasSizeGreaterThan(1).allMatch(version -> version.get("success")
                .equals(true));
        assertThat(applied)
                .as("in their order, without a gap")
                .extracting(version -> version.get("version"))
                .isEqualTo(IntStream.rangeClosed(1, applied.size())
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(database.rows("select table_name from information_schema.tables where table_schema = 'public'"))
                .extracting(row -> row.get("table_name"))
                .contains("job", "job_outcome", "job_replay", "receipt", "receipt_line");
    }

    @Test
    void shouldSaveAReceiptWithItsMoneyInGrosze() {
        // given
        ReceiptAnalyzed analyzed = Fixtures.analyzedNow(job, Fixtures.document(), store);

        // when
        broker.publish(analyzed);

        // then
        JobEnded end = broker.await(job, JobEnded.class);
        Map<String, Object> receipt = database.receipts(job).getFirst();
        assertThat(end.outcome())
                .asInstanceOf(type(JobEnded.Saved.class))
                .extracting(JobEnded.Saved::receiptId)
                .isEqualTo(receipt.get("id"));
        assertThat(receipt)
                .containsEntry("submitter", "anonymous")
                .containsEntry("user_id", "user-7")
                .containsEntry("filename", "paragon.jpg")
                .containsEntry("file_key", job + "/upload")
                .containsEntry("file_size", 123_456L)
                .containsEntry("file_sha256", "ab".repeat(32))
                .containsEntry("store_normalized_name", "Sklep Próbny")
                .containsEntry("nip", "1234563218")
                .containsEntry("printed_date", java.sql.Date.valueOf("2026-02-28"))
                .containsEntry("printed_time", java.sql.Time.valueOf("18:07:00"))
                .containsEntry("currency", "PLN")
                .containsEntry("total_grosze", 1748L)
                .containsEntry("amount_due_grosze", 1798L)
                .containsEntry("verdict", "proved");
        assertThat(((UUID) receipt.get("id")).version()).isEqualTo(7);
    }

    @Test
    void shouldAnswerTheGatewayWithWhatWasSaved() throws IOException {
        // given
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));
        broker.await(job, JobEnded.class);

        // when the file is gone
        store.delete(job);

        // then
        Response answer = get("/internal/jobs/" + job + "/analysis");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(Json.read(answer.asByteArray(), AnalyzedReceipt.class)).isEqualTo(Fixtures.document());
    }

    @Test
    void shouldAnswerTheGatewayThatNothingWasSaved() {
        assertThat(get("/internal/jobs/" + job + "/analysis").statusCode()).isEqualTo(404);
        assertThat(get("/internal/jobs/no-job/analysis").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldEndAJobAsFailedIfItsDocumentIsGone() throws IOException {
        // given
        ReceiptAnalyzed analyzed = Fixtures.analyzedNow(job, Fixtures.document(), store);
        store.delete(job);

        // when
        broker.publish(analyzed);

        // then
        assertThat(broker.await(job, JobEnded.class).outcome())
                .isInstanceOfSatisfying(JobEnded.Failed.class, failed -> {
                    assertThat(failed.error()).isEqualTo(JobError.of(ErrorCode.FILE_MISSING));
                });
    }

    @Test
    void shouldSaveAllRowsOfAReceiptInTheirOrder() {
        // when
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));

        // then
        broker.await(job, JobEnded.class);
        assertThat(parts(
                        "receipt_line",
                        "name, unit_price_grosze, total_price_grosze, discount_grosze, net_price_grosze"))
                .containsExactly(
                        List.of("Chleb żytni", 499L, 499L, 0L, 499L), List.of("Ser", 1449L, 1449L, 200L, 1249L));
        assertThat(parts("receipt_discount", "description, amount_grosze, lines::text"))
                .containsExactly(List.of("Rabat", 200L, "{1}"));
        assertThat(parts("receipt_deposit", "name, amount_grosze")).containsExactly(List.of("Butelka", 50L));
        assertThat(parts("receipt_payment", "type, amount_grosze"))
                .containsExactly(List.of("GOTÓWKA", 2000L), List.of("RESZTA", -202L));
        assertThat(parts("receipt_vat", "tax_category, net_grosze, tax_grosze, gross_grosze"))
                .containsExactly(List.of("B", 1619L, 129L, 1748L));
    }

    @Test
    void shouldTellThatItSaves() {
        // when
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));

        // then
        broker.await(job, JobEnded.class);
        assertThat(broker.await(job, StepStarted.class).step()).isEqualTo(Step.SAVING);
    }

    @Test
    void shouldSaveOnceAndTellTheSameEndHoweverOftenItComes() {
        // given
        ReceiptAnalyzed analyzed = Fixtures.analyzedNow(job, Fixtures.document(), store);

        // when
        broker.publish(analyzed, analyzed, analyzed);

        // then
        assertThat(broker.await(job, JobEnded.class, 3).stream().distinct()).hasSize(1);
        assertThat(database.receipts(job)).hasSize(1);
    }

    @Test
    void shouldStoreTextThatPostgresCannotHold() {
        // given
        JobId failing = JobId.random();
        JobError error = JobError.of(ErrorCode.PDF_CORRUPT, Map.of("producer", "no\u0000end"));

        // when
        broker.publish(
                Fixtures.analyzedNow(
                        job,
                        Fixtures.document(
                                "SUMA\u0000PLN", Fixtures.analysis("Chleb\u0000żytni", LocalDate.of(2026, 2, 28))),
                        store),
                new StageFailed(failing, Fixtures.NOW, Stage.OCR, 1, error));

        // then
        assertThat(broker.await(job, JobEnded.class).outcome()).isInstanceOf(JobEnded.Saved.class);
        assertThat(database.receipts(job).getFirst()).containsEntry("ocr_text", "SUMA\uFFFDPLN");
        assertThat(broker.await(failing, JobEnded.class).outcome()).isInstanceOf(JobEnded.Failed.class);
    }

    @Test
    void shouldEndAJobAsFailedWhereItsReceiptCannotBeSavedAndLeaveNothingHalfWritten() {
        // given: a date that PostgreSQL does not know
        ReceiptAnalyzed unstorable = Fixtures.analyzedNow(
                job, Fixtures.document("SUMA PLN", Fixtures.analysis("Chleb", LocalDate.of(9_000_000, 1, 1))), store);

        // when
        broker.publish(unstorable);

        // then
        assertThat(broker.await(job, JobEnded.class).outcome())
                .isInstanceOfSatisfying(JobEnded.Failed.class, failed -> {
                    assertThat(failed.stage()).isEqualTo(Stage.PERSISTENCE);
                    assertThat(failed.error())
                            .as("neither SQL nor the server's words reach the client")
                            .isEqualTo(JobError.of(ErrorCode.INTERNAL_ERROR));
                });
        assertThat(database.receipts(job)).isEmpty();
        assertThat(database.outcomes(job)).hasSize(1);
    }

    private List<List<Object>> parts(String table, String columns) {
        return database
                .rows(
                        "select " + columns + " from " + table
                                + " part join receipt on receipt.id = part.receipt_id where job_id = ? order by position",
                        job.value())
                .stream()
                .map(row -> (List<Object>) new ArrayList<>(row.values()))
                .toList();
    }
}
