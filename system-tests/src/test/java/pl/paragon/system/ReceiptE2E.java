package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.job.Step;
import pl.paragon.running.CommandResult;
import pl.paragon.running.RunningParagon;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.testsupport.ReceiptsInRareFormats;

/** A receipt goes through the whole pipeline. */
@ExtendWith(SharedParagon.class)
class ReceiptE2E {

    private final RunningParagon paragon;
    private final ReceiptApi api;
    private Stores stores;

    @TempDir
    private Path folder;

    ReceiptE2E(RunningParagon paragon) {
        this.paragon = paragon;
        this.api = new ReceiptApi(paragon.client());
    }

    @BeforeEach
    void look() {
        stores = new Stores(paragon);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void shouldReadAPictureWithPolishLetters() {
        // when
        JsonNode end = api.awaitEnd(api.process(picture()));

        // then
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("SUCCESS");
        JsonNode analysis = end.at("/result/analysis");
        assertThat(analysis.path("total_amount").decimalValue()).isEqualByComparingTo("26.77");
        assertThat(analysis.path("nip").asText()).isEqualTo("1234563218");
        assertThat(analysis.path("date").asText()).isEqualTo("2026-03-14");
        assertThat(analysis.path("items"))
                .extracting(i -> i.path("net_price").decimalValue().toPlainString())
                .containsExactly("4.50", "15.98", "6.29");
        assertThat(end.at("/result/ocr_text").asText()).contains("ŻÓŁW", "Masło");
    }

    @ParameterizedTest
    @EnumSource(ReceiptsInRareFormats.class)
    void shouldReadWhatTelephonesAndScannersMake(ReceiptsInRareFormats receipt) {
        // when
        JsonNode end = api.awaitEnd(api.process(receipt.writeInto(folder)));

        // then
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("SUCCESS");
        assertThat(end.at("/result/analysis/total_amount").decimalValue()).isEqualByComparingTo("26.77");
        assertThat(end.at("/result/metadata/file_type").asText()).isEqualTo("image");
    }

    @Test
    void shouldReadTheTextLayerOfAPdf() {
        // when
        JsonNode end = api.awaitEnd(api.process(DrawnReceipts.writeTextPdf(folder.resolve("paragon.pdf"), 1)));

        // then
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("SUCCESS");
        assertThat(end.at("/result/analysis/total_amount").decimalValue()).isEqualByComparingTo("26.77");
        assertThat(end.at("/result/metadata/file_type").asText()).isEqualTo("pdf");
    }

    @Test
    void shouldFindEachOfTheReceiptsThatAFileShows() {
        // given
        BufferedImage first = DrawnReceipts.picture();
        BufferedImage second = DrawnReceipts.picture(DrawnReceipts.OTHER_LINES, Color.BLACK, Color.WHITE);
        List<Path> files = List.of(
                DrawnReceipts.write(DrawnReceipts.together(first, second, true), folder.resolve("beside.png")),
                DrawnReceipts.write(DrawnReceipts.together(first, second, false), folder.resolve("below.png")),
                DrawnReceipts.writePicturePdf(folder.resolve("pages.pdf"), List.of(first, second)));
        List<String> jobs = files.stream().map(api::process).toList();

        for (int i = 0; i < files.size(); i++) {
            // when
            JsonNode end = api.awaitEnd(jobs.get(i));

            // then
            String file = files.get(i).getFileName() + end.toPrettyString();
            JsonNode inFile = end.at("/result/analysis/receipts_in_file");
            assertThat(inFile.path("count").asInt()).as(file).isEqualTo(2);
            assertThat(totals(end)).as(file).containsExactlyInAnyOrder("26.77", "19.50");
            assertThat(inFile.at("/others/0/nip").asText()
                            + end.at("/result/analysis/nip").asText())
                    .as(file)
                    .contains("1234563218", "7251182048");
        }
    }

    private static List<String> totals(JsonNode end) {
        return List.of(
                end.at("/result/analysis/total_amount").decimalValue().toPlainString(),
                end.at("/result/analysis/receipts_in_file/others/0/total_amount")
                        .decimalValue()
                        .toPlainString());
    }

    @Test
    void shouldSaveTheReceiptOnceInPostgres() {
        // when
        String job = api.process(picture());
        api.awaitEnd(job);

        // then
        assertThat(stores.rows("select outcome from job_outcome where job_id = ?", UUID.fromString(job)))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("outcome", "saved"));
        assertThat(stores.rows(
                        "select total_grosze, printed_date::text from receipt where job_id = ?", UUID.fromString(job)))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("total_grosze", 2677L)
                        .containsEntry("printed_date", "2026-03-14"));
        assertThat(stores.rows(
                        "select 1 from receipt_line l join receipt r on r.id = l.receipt_id where r.job_id = ?",
                        UUID.fromString(job)))
                .hasSize(3);
    }

    @Test
    void shouldPublishEachStepThatLastsOnce() {
        try (History history = History.fromNowOn(paragon)) {
            // when
            String job = api.process(picture());
            api.awaitEnd(job);

            // then: the first step of each stage, and what takes time
            assertThat(history.events(StepStarted.class))
                    .filteredOn(started -> started.jobId().toString().equals(job))
                    .extracting(StepStarted::step)
                    .contains(Step.INITIALIZING, Step.OCR, Step.AI_ANALYSIS, Step.SAVING)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldPublishFourFactsAboutAReceiptBesideItsSteps() {
        try (History history = History.fromNowOn(paragon)) {
            // when
            String job = api.process(picture());
            api.awaitEnd(job);

            // then: upload, text, analysis, end
            assertThat(history.events(JobEvent.class))
                    .filteredOn(fact -> fact.jobId().toString().equals(job))
                    .filteredOn(fact -> !(fact instanceof StepStarted))
                    .hasSize(4);
        }
    }

    @Test
    void shouldKeepOfAFinishedJobOnlyWhatItsStatusNeeds() {
        // when
        String job = api.process(picture());
        api.awaitEnd(job);

        // then
        assertThat(stores.hash(job)).isNotEmpty().allSatisfy((fact, value) -> assertThat(fact)
                .doesNotStartWith("step:"));
    }

    @Test
    void shouldFailAPictureOfNoReceiptWithASentenceThatHelps() {
        // given
        Path holiday = DrawnReceipts.write(
                DrawnReceipts.picture(List.of("", "pozdrowienia z gór", "", ""), Color.BLACK, Color.WHITE),
                folder.resolve("holiday.png"));

        // when
        JsonNode end = api.awaitEnd(api.process(holiday));

        // then
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("FAILURE");
        assertThat(end.path("error").asText()).contains("paragonu");
        assertThat(end.at("/error_details/code").asText()).isEqualTo("NOT_A_RECEIPT");
    }

    @Test
    void shouldFailAnEncryptedPdfAndKeepItsFile() throws Exception {
        // when
        String job = api.process(DrawnReceipts.writeEncryptedPdf(folder.resolve("secret.pdf")));
        JsonNode end = api.awaitEnd(job);

        // then
        assertThat(end.at("/error_details/code").asText())
                .as(end.toPrettyString())
                .isEqualTo("PDF_ENCRYPTED");
        assertThat(stores.rows("select outcome, attempts from job_outcome where job_id = ?", UUID.fromString(job)))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("outcome", "failed").containsEntry("attempts", 1));
        try (var files = Files.walk(paragon.files())) {
            assertThat(files).anySatisfy(file -> assertThat(file.toString()).endsWith(job + "/upload"));
        }
    }

    @Test
    void shouldShowTheReceiptOnTheCommandLine() {
        // when
        CommandResult result = paragon.command("process", picture().toString());

        // then
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("26.77").contains("Masło");
    }

    private Path picture() {
        return DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("paragon.png"));
    }
}
