package pl.paragon.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.JobDeleted;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Deposit;
import pl.paragon.contracts.receipt.Discount;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Payment;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.ReceiptsInFile;
import pl.paragon.contracts.receipt.Recognition;
import pl.paragon.contracts.receipt.Source;
import pl.paragon.contracts.receipt.Store;
import pl.paragon.contracts.receipt.VatLine;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.saved.ReceiptSummary;
import pl.paragon.contracts.text.Box;
import pl.paragon.runtime.files.Documents;
import pl.paragon.runtime.files.ReceiptFileStore;

/** An invented receipt, and what services tell while it is read. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    public static final UUID RECEIPT = UUID.fromString("00000000-0000-4000-8000-0000000000aa");

    private Samples() {}

    public static Submission submission(JobId job) {
        FileReference file = new FileReference(job + "/upload", "image/jpeg", 1_024_000, "ab".repeat(32));
        return new Submission("paragon.jpg", file, "u1", Submission.ANONYMOUS, NOON);
    }

    public static ReceiptSubmitted submitted(JobId job) {
        return new ReceiptSubmitted(job, NOON, submission(job));
    }

    public static ReceiptSubmitted submittedBy(String submitter, JobId job) {
        Submission own = submission(job);
        return new ReceiptSubmitted(
                job, NOON, new Submission(own.filename(), own.file(), own.userId(), submitter, own.submittedAt()));
    }

    public static StepStarted step(JobId job, Step step) {
        return new StepStarted(job, NOON.plusSeconds(step.progress()), step, 1);
    }

    public static RetryScheduled retry(JobId job) {
        Instant failed = NOON.plusSeconds(30);
        return new RetryScheduled(
                job,
                failed,
                Stage.OCR,
                1,
                4,
                failed.plusSeconds(60),
                JobError.of(ErrorCode.OCR_TIMEOUT),
                submitted(job),
                Duration.ofSeconds(25));
    }

    public static ReceiptAnalyzed analyzed(JobId job) {
        return new ReceiptAnalyzed(
                job,
                NOON.plusSeconds(85),
                submission(job),
                NOON.plusSeconds(5),
                new FileReference(job + "/analysis.json", "application/json", 20_480, "cd".repeat(32)));
    }

    /** The same with a document that is in the store. */
    public static ReceiptAnalyzed analyzed(JobId job, ReceiptFileStore store) {
        try {
            store.put(job, "upload", "image/jpeg", InputStream.nullInputStream());
            FileReference stored = new Documents(store).keep(job, "analysis.json", document());
            return new ReceiptAnalyzed(job, NOON.plusSeconds(85), submission(job), NOON.plusSeconds(5), stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static AnalyzedReceipt document() {
        return new AnalyzedReceipt(
                "SKLEP POD LIPĄ\nCHLEB WIEJSKI 2 x4,25 8,50C\nSUMA PLN 15,50",
                new Recognition("two-readers", 0.97, true),
                analysis());
    }

    public static JobEnded saved(JobId job) {
        return new JobEnded(job, NOON.plusSeconds(100), new JobEnded.Saved(RECEIPT));
    }

    public static JobEnded failed(JobId job) {
        JobError error = JobError.of(ErrorCode.PDF_ENCRYPTED, Map.of("pages", "2"));
        return new JobEnded(job, NOON.plusSeconds(12), new JobEnded.Failed(Stage.OCR, 1, error));
    }

    public static JobEnded cancelled(JobId job) {
        return new JobEnded(job, NOON.plusSeconds(12), new JobEnded.Cancelled());
    }

    public static JobDeleted deleted(JobId job) {
        return new JobDeleted(job, NOON.plusSeconds(200));
    }

    public static CancelRequested cancel(JobId job) {
        return new CancelRequested(job, NOON.plusSeconds(11), Submission.ANONYMOUS);
    }

    public static ReceiptAnalysis analysis() {
        Source line = new Source(1, new Box(40, 210, 500, 24), "CHLEB WIEJSKI 2 x4,25 8,50C", 0.98, null);
        Item bread = new Item(
                "CHLEB WIEJSKI",
                "CHLEB WIEJSKI",
                null,
                new BigDecimal("2"),
                "szt",
                Money.of("4.25"),
                Money.of("8.50"),
                Money.of("0.50"),
                Money.of("8.00"),
                "C",
                "Pieczywo > Chleby",
                "Bakery > Bread",
                0.9,
                "keyword_match",
                false,
                0.98,
                line);
        Item illegible = new Item(
                null,
                "SER K?",
                null,
                null,
                null,
                null,
                Money.of("7.50"),
                Money.ZERO,
                Money.of("7.50"),
                null,
                "Inne",
                "Other",
                null,
                "unknown",
                false,
                0.41,
                null);
        return new ReceiptAnalysis(
                new Store("SKLEP POD LIPĄ", "Pod Lipą", null, null, "ul. Lipowa 1, 00-001 Warszawa", 0.8, "name"),
                "1234563218",
                "000123",
                LocalDate.of(2026, 3, 14),
                LocalTime.of(11, 58),
                "PLN",
                List.of(bread, illegible),
                List.of(new Discount("RABAT CHLEB", Money.of("0.50"), List.of(0), null)),
                List.of(new Deposit("BUTELKA ZWROTNA", new BigDecimal("1"), Money.of("1.00"), null)),
                List.of(
                        new Payment("RESZTA", Money.of("-3.50"), null),
                        new Payment("GOTÓWKA", Money.of("20.00"), null)),
                List.of(new VatLine(
                        "C", new BigDecimal("5"), Money.of("14.76"), Money.of("0.74"), Money.of("15.50"), null)),
                Money.of("15.50"),
                Money.of("16.50"),
                new Verification(
                        Verification.Verdict.CONSISTENT,
                        List.of(new Check(
                                "items_sum_to_total", Holds.YES, Money.of("15.50"), Money.of("15.50"), List.of(2, 3))),
                        List.of("Jedna pozycja jest nieczytelna.")),
                Map.of("total_amount", new Source(1, new Box(40, 400, 500, 30), "SUMA PLN 15,50", 0.99, null)),
                "grammar",
                new ReceiptsInFile(
                        2,
                        1,
                        List.of(new ReceiptsInFile.Other(
                                2,
                                2,
                                new Box(40, 60, 500, 900),
                                "Biedronka",
                                "7791011327",
                                null,
                                LocalDate.of(2026, 3, 15),
                                null,
                                "PLN",
                                Money.of("45.90"),
                                Verification.Verdict.PROVED)),
                        List.of()));
    }

    /** {@link #analysis()} in short. */
    public static ReceiptSummary summary(JobId job) {
        return new ReceiptSummary(
                job,
                RECEIPT,
                "paragon.jpg",
                NOON,
                LocalDate.of(2026, 3, 14),
                "Pod Lipą",
                "1234563218",
                "000123",
                LocalDate.of(2026, 3, 14),
                LocalTime.of(11, 58),
                "PLN",
                Money.of("15.50"),
                Money.of("16.50"),
                Verification.Verdict.CONSISTENT,
                2);
    }
}
