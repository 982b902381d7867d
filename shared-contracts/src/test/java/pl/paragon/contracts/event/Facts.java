package pl.paragon.contracts.event;

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
import pl.paragon.contracts.text.Box;

/** One invented fact of each kind. */
final class Facts {

    static final JobId JOB = JobId.of("0b8c2c6e-6f1d-4c57-9a2b-3d1f8f4f7a10");
    static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private Facts() {}

    /** In the order of {@link Topic}. */
    static List<Event> all() {
        ReceiptSubmitted submitted = new ReceiptSubmitted(JOB, NOON, submission());
        return List.of(
                submitted,
                new ReceiptTextRecognized(
                        JOB,
                        NOON.plusSeconds(3),
                        submission(),
                        NOON.plusSeconds(1),
                        new FileReference(JOB + "/text.json", "application/json", 5120, SHA)),
                new ReceiptAnalyzed(
                        JOB,
                        NOON.plusSeconds(4),
                        submission(),
                        NOON.plusSeconds(1),
                        new FileReference(JOB + "/analysis.json", "application/json", 20_480, SHA)),
                new StepStarted(JOB, NOON.plusSeconds(2), Step.OCR, 1),
                new RetryScheduled(
                        JOB,
                        NOON.plusSeconds(5),
                        Stage.OCR,
                        1,
                        4,
                        NOON.plusSeconds(65),
                        JobError.of(ErrorCode.OCR_TIMEOUT, Map.of("limit", "PT2M")),
                        submitted,
                        Duration.ofSeconds(120)),
                new StageFailed(JOB, NOON.plusSeconds(6), Stage.OCR, 1, JobError.of(ErrorCode.PDF_ENCRYPTED)),
                new CancelRequested(JOB, NOON.plusSeconds(7), Submission.ANONYMOUS),
                new JobEnded(
                        JOB,
                        NOON.plusSeconds(8),
                        new JobEnded.Saved(UUID.fromString("0195952e-7a00-7000-8000-000000000001"))),
                new JobDeleted(JOB, NOON.plusSeconds(9)),
                new WorkerHeartbeat(
                        "3f0a",
                        Stage.ANALYSIS,
                        NOON.plusSeconds(9),
                        1,
                        2,
                        WorkerHeartbeat.Condition.WAITING,
                        ErrorCode.STORE_UNAVAILABLE,
                        new WorkDurations(
                                Duration.ofMillis(1900),
                                Duration.ofMillis(300),
                                Duration.ofMillis(1500),
                                Duration.ofMillis(4200)),
                        new WorkerProcess(
                                NOON.minusSeconds(3600),
                                "analysis-worker-7d4b9",
                                17,
                                "1.0.0",
                                List.of(new WorkerProcess.WorkingOn(JOB, NOON.plusSeconds(7))),
                                412,
                                3,
                                268_435_456L)),
                new StagePaused(Stage.OCR, NOON.plusSeconds(10), NOON.plusSeconds(7200), "anna", "Wymiana dysku"));
    }

    static Submission submission() {
        return new Submission(
                "paragon.jpg",
                new FileReference(JOB + "/upload", "image/jpeg", 1_024_000, SHA),
                "user-7",
                Submission.ANONYMOUS,
                NOON);
    }

    /** The document behind the claim check of {@link ReceiptAnalyzed}. */
    static AnalyzedReceipt analyzedReceipt() {
        return new AnalyzedReceipt(
                "SKLEP POD LIPĄ\nSUMA PLN 8,50", new Recognition("tesseract", 0.93, true), analysis());
    }

    private static ReceiptAnalysis analysis() {
        Source line = new Source(1, new Box(40, 200, 500, 24), "CHLEB WIEJSKI 2 x4,50 9,00C", 0.97, null);
        return new ReceiptAnalysis(
                new Store(
                        "Sklep pod Lipą",
                        "Sklep pod Lipą",
                        null,
                        null,
                        "ul. Lipowa 1, 00-001 Warszawa",
                        0.5,
                        "unknown"),
                "1234563218",
                "W0042",
                LocalDate.of(2026, 3, 14),
                LocalTime.of(9, 5),
                "PLN",
                List.of(new Item(
                        "CHLEB WIEJSKI",
                        "CHLEB WIEJSKI",
                        null,
                        new BigDecimal("2"),
                        "szt",
                        Money.of("4.50"),
                        Money.of("9.00"),
                        Money.of("0.50"),
                        Money.of("8.50"),
                        "C",
                        "Pieczywo > Chleby",
                        "Bakery > Breads",
                        0.9,
                        "keyword",
                        false,
                        0.97,
                        line)),
                List.of(new Discount("Rabat", Money.of("0.50"), List.of(0), line)),
                List.of(new Deposit("Butelka PET kaucja", new BigDecimal("1"), Money.of("0.50"), line)),
                List.of(new Payment("GOTÓWKA", Money.of("9.00"), line)),
                List.of(new VatLine(
                        "C", new BigDecimal("5"), Money.of("8.10"), Money.of("0.40"), Money.of("8.50"), line)),
                Money.of("8.50"),
                Money.of("9.00"),
                new Verification(
                        Verification.Verdict.PROVED,
                        List.of(new Check(
                                "items_sum_to_total", Holds.YES, Money.of("8.50"), Money.of("8.50"), List.of(1, 2))),
                        List.of()),
                Map.of("nip", line),
                "grammar",
                new ReceiptsInFile(
                        2,
                        1,
                        List.of(new ReceiptsInFile.Other(
                                2,
                                1,
                                new Box(640, 180, 520, 900),
                                "Sklep pod Lipą",
                                "1234563218",
                                "W0043",
                                LocalDate.of(2026, 3, 14),
                                LocalTime.of(9, 7),
                                "PLN",
                                Money.of("12.00"),
                                Verification.Verdict.CONSISTENT)),
                        List.of(new ReceiptsInFile.Copy(1, 2, new Box(40, 180, 520, 900)))));
    }
}
