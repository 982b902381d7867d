package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static pl.paragon.api.Uploads.jpeg;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.runtime.files.Documents;

/** Versions 1 and 2: the answer to an upload is the receipt. */
@QuarkusTest
@WithTestResource(RealServers.class)
class V2IT extends AgainstPlayedWorkers {

    private static final int MIB = 1024 * 1024;

    @Test
    void shouldAnswerAFileWithItsReceiptAndSaveIt() {
        // given
        CompletableFuture<Response> answer = upload("/api/v2/receipts/process");
        JobId job = uploaded();

        // when
        read(job);

        // then
        answer.join()
                .then()
                .statusCode(200)
                .body("status_code", equalTo(200))
                .body("message", equalTo("Receipt processed successfully"))
                .body("data.ocr_text", containsString("CHLEB WIEJSKI"))
                .body("data.analysis.store_name", equalTo("SKLEP POD LIPĄ"))
                .body("data.analysis.items[0].name", equalTo("CHLEB WIEJSKI"))
                .body("data.metadata.processing_time", endsWith("Z"))
                .body("data.metadata.file_size", equalTo(1_000))
                .body("data.metadata.file_type", equalTo("image"))
                .body("data.metadata.cached", equalTo(false))
                .body("data.metadata.job_id", equalTo(job.toString()))
                .body("data.metadata.receipt_id", equalTo(Samples.RECEIPT.toString()));
        assertThat(Polls.word(job)).isEqualTo("SUCCESS");
    }

    @Test
    void shouldAnswerAFileWithItsTextAndKeepNothing() {
        // given
        CompletableFuture<Response> answer = upload("/api/v2/receipts/upload");
        JobId job = uploaded();

        // when
        read(job);

        // then
        answer.join()
                .then()
                .statusCode(200)
                .body("status_code", equalTo(200))
                .body("message", equalTo("Receipt processed successfully"))
                .body("data.text", containsString("CHLEB WIEJSKI"))
                .body("data.message", equalTo("Pomyślnie wyodrębniono tekst z pliku"))
                .body("data.metadata.file_type", equalTo("image"))
                .body("data.metadata.prompts_applied", equalTo(true));
        assertThat(Polls.word(job)).isEqualTo("404");
    }

    @Test
    void shouldAnswerInTheWordsOfVersion1() {
        // given
        CompletableFuture<Response> answer = upload("/api/v1/receipts/upload");
        JobId job = uploaded();

        // when
        read(job);

        // then
        answer.join()
                .then()
                .statusCode(200)
                .body("text", containsString("CHLEB WIEJSKI"))
                .body("message", equalTo("Pomyślnie wyodrębniono tekst z pliku"))
                .body("$", not(hasKey("status_code")));
        given().multiPart("file", "a.txt", jpeg(10), "text/plain")
                .post("/api/v1/receipts/upload")
                .then()
                .statusCode(400)
                .body("detail", equalTo("Unsupported file type. Only images and PDFs are supported."));
    }

    @Test
    void shouldReadATextThatTheClientSends() throws IOException {
        // given
        List<JobId> before = submissions("receipt.txt");
        String text = "SKLEP POD LIPĄ " + filename + "\nCHLEB 4,00 A\nSUMA PLN 4,00\n" + "x ".repeat(2_000);
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(
                () -> given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                        .formParam("ocr_text", text)
                        .post("/api/v2/receipts/analyze"));
        JobId job = newSubmission("receipt.txt", before);

        // then: the OCR stage finds its work done
        assertThat(store.find(job, "text.json", "application/json"))
                .hasValueSatisfying(found -> assertThat(lines(found)).startsWith("SKLEP POD LIPĄ " + filename));

        // when
        read(job);

        // then
        answer.join()
                .then()
                .statusCode(200)
                .body("message", equalTo("Receipt analyzed successfully"))
                .body("data.store_name", equalTo("SKLEP POD LIPĄ"))
                .body("data.items[0].name", equalTo("CHLEB WIEJSKI"));
        assertThat(Polls.word(job)).isEqualTo("404");
    }

    @Test
    void shouldSaveAReceiptThatTheClientEnters() throws IOException {
        // given
        List<JobId> before = submissions("receipt.json");
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> given().contentType("application/json")
                .body("{\"trip_date\":\"2024-06-01\",\"store_name\":\"LIDL\",\"total_amount\":8.48,\"products\":["
                        + "{\"name\":\"MLEKO\",\"unit_price\":4.99},{\"name\":\"CHLEB\",\"unit_price\":3.49}]}")
                .post("/api/v2/receipts/save"));
        JobId job = newSubmission("receipt.json", before);

        // then: the stages before saving find their work done
        FileReference analysis =
                store.find(job, "analysis.json", "application/json").orElseThrow();
        assertThat(store.find(job, "text.json", "application/json")).isPresent();
        assertThat(new Documents(store)
                        .read(analysis, AnalyzedReceipt.class)
                        .analysis()
                        .store()
                        .name())
                .isEqualTo("LIDL");

        // when
        read(job);

        // then
        answer.join()
                .then()
                .statusCode(200)
                .body("status_code", equalTo(200))
                .body("message", equalTo("Receipt data saved successfully"))
                .body("data.trip_id", equalTo(Samples.RECEIPT.toString()))
                .body("data.products_count", equalTo(2))
                .body("data.store_name", equalTo("LIDL"))
                .body("data.trip_date", equalTo("2024-06-01"))
                .body("data.job_id", equalTo(job.toString()));
        given().get("/api/v3/receipts/status/" + job)
                .then()
                .body("data.result.analysis.store_name", equalTo("LIDL"))
                .body("data.result.analysis.items[1].total_price", equalTo(3.49f));
        given().contentType("application/json")
                .body("{\"store_name\":\"LIDL\"}")
                .post("/api/v2/receipts/save")
                .then()
                .statusCode(422)
                .body("error_code", equalTo("INVALID_RECEIPT"))
                .body("detail[0].type", equalTo("missing"))
                .body("detail[0].loc", equalTo(List.of("body", "trip_date")));
    }

    @Test
    void shouldRefuseBadInputInBothShapes() throws IOException {
        long before = storedFiles();
        for (String path : List.of("upload", "process", "process_async")) {
            String url = "/api/v2/receipts/" + path;
            given().multiPart("file", "a.txt", jpeg(10), "text/plain")
                    .post(url)
                    .then()
                    .statusCode(400)
                    .body("message", equalTo("Unsupported file type"))
                    .body("detail.message", equalTo("Unsupported file type"))
                    .body("detail.details.content_type", equalTo("text/plain"))
                    .body("detail.details.supported_types", hasItem("application/pdf"));
            given().multiPart("file", filename, jpeg(10 * MIB + 1), "image/jpeg")
                    .post(url)
                    .then()
                    .statusCode(400)
                    .body("message", equalTo("File too large"))
                    .body("detail.details.max_size_mb", equalTo(10))
                    .body("detail.details.actual_size_mb", equalTo(10.01f));
            given().multiPart("user_id", "u1")
                    .post(url)
                    .then()
                    .statusCode(422)
                    .body("detail[0].type", equalTo("missing"));
        }
        for (String text : List.of("", " \n")) {
            given().formParam("ocr_text", text)
                    .post("/api/v2/receipts/analyze")
                    .then()
                    .statusCode(400)
                    .body("error_code", equalTo("BAD_REQUEST"))
                    .body("detail.message", equalTo("OCR text is required and cannot be empty"));
        }
        assertThat(storedFiles()).isEqualTo(before);
    }

    @Test
    void shouldSayWhyAReceiptCannotBeRead() {
        // given
        CompletableFuture<Response> answer = upload("/api/v2/receipts/process");

        // when
        broker.publish(Samples.failed(uploaded()));

        // then
        answer.join()
                .then()
                .statusCode(422)
                .body("error_code", equalTo("OCR_PROCESSING_ERROR"))
                .body("detail.message", equalTo("Failed to extract text from receipt"))
                .body("detail.details.error_code", equalTo("OCR_PROCESSING_ERROR"))
                .body("detail.details.error", containsString("zabezpieczony hasłem"));
    }

    @Test
    void shouldSayThatATextIsNoReceipt() {
        // given
        CompletableFuture<Response> answer = upload("/api/v2/receipts/process");
        JobId job = uploaded();

        // when
        broker.publish(
                Samples.step(job, Step.AI_ANALYSIS),
                new JobEnded(
                        job,
                        Samples.NOON.plusSeconds(20),
                        new JobEnded.Failed(Stage.ANALYSIS, 1, JobError.of(ErrorCode.NOT_A_RECEIPT))));

        // then
        answer.join()
                .then()
                .statusCode(422)
                .body("detail.message", equalTo("Failed to analyze receipt data"))
                .body("detail.details.error_code", equalTo("RECEIPT_ANALYSIS_ERROR"));
    }

    @Test
    void shouldCancelTheJobOfAClientThatHangsUp() throws IOException {
        // given
        JobId job;
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                    + "\"\r\nContent-Type: image/jpeg\r\n\r\n\u00ff\u00d8\u00ffabc\r\n--x--\r\n";
            client.getOutputStream()
                    .write(("POST /api/v2/receipts/process HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
            job = uploaded();
            await().atMost(Polls.LONGEST).until(() -> watches() == 1);
        }

        // then
        broker.await(job, CancelRequested.class);
        await().atMost(Polls.LONGEST).until(() -> watches() == 0);
    }

    @Test
    void shouldShowATaskFlat() {
        // given
        Response started =
                given().multiPart("file", filename, jpeg(1_000), "image/jpeg").post("/api/v2/receipts/process_async");
        String task = started.then()
                .statusCode(202)
                .body("status_code", equalTo(202))
                .body("message", equalTo("Receipt processing started"))
                .extract()
                .path("task_id");
        JobId job = JobId.of(task);
        assertThat(started.header("Location")).isEqualTo("/api/v2/receipts/status/" + task);

        // when / then
        task(job)
                .then()
                .statusCode(200)
                .body("task_id", equalTo(task))
                .body("status", equalTo("pending"))
                .body("progress", equalTo(0))
                .body("result", nullValue())
                .body("error", nullValue());
        broker.publish(Samples.step(job, Step.OCR));
        until(() -> "processing".equals(task(job).path("status")));
        task(job)
                .then()
                .body("progress", equalTo(25))
                .body("step", equalTo("OCR"))
                .body("message", equalTo("Przetwarzanie OCR"));
        read(job);
        until(() -> "completed".equals(task(job).path("status")));
        task(job)
                .then()
                .body("progress", equalTo(100))
                .body("result.message", equalTo("Receipt processed successfully"))
                .body("result.data.analysis.store_name", equalTo("SKLEP POD LIPĄ"))
                .body("result.analysis.store_name", equalTo("SKLEP POD LIPĄ"))
                .body("result.ocr_text", containsString("CHLEB WIEJSKI"));
        given().get("/api/v2/receipts/status/" + JobId.random())
                .then()
                .statusCode(404)
                .body("detail.error_code", equalTo("JOB_NOT_FOUND"));
    }

    @Test
    void shouldShowWhyATaskFailed() {
        // given
        JobId job = JobId.of(given().multiPart("file", filename, jpeg(1_000), "image/jpeg")
                .post("/api/v2/receipts/process_async")
                .path("task_id"));

        // when
        broker.publish(Samples.failed(job));

        // then
        until(() -> "failed".equals(task(job).path("status")));
        task(job).then().body("error", containsString("zabezpieczony hasłem")).body("result", nullValue());
    }

    private static void until(Supplier<Boolean> condition) {
        await().atMost(Polls.LONGEST).until(condition::get);
    }

    private static Response task(JobId job) {
        return given().get("/api/v2/receipts/status/" + job);
    }

    private CompletableFuture<Response> upload(String path) {
        return CompletableFuture.supplyAsync(() ->
                given().multiPart("file", filename, jpeg(1_000), "image/jpeg").post(path));
    }

    /** Of the file that this test uploads. */
    private JobId uploaded() {
        return newSubmission(filename, List.of());
    }

    private List<String> lines(FileReference text) {
        try {
            return new Documents(store)
                    .read(text, RecognizedText.class).pages().getFirst().lines().stream()
                            .map(TextLine::text)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
