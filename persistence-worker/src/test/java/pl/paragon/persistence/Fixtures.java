package pl.paragon.persistence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
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
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.Box;
import pl.paragon.runtime.files.Documents;
import pl.paragon.runtime.files.ReceiptFileStore;

/** An invented receipt and the facts about it. */
public final class Fixtures {

    public static final Instant NOW = Instant.parse("2026-03-02T10:15:30.123456Z");

    private Fixtures() {}

    public static AnalyzedReceipt document() {
        return document("SKLEP PRÓBNY\nCHLEB 1 x4,99 4,99A", analysis("Chleb żytni", LocalDate.of(2026, 2, 28)));
    }

    public static AnalyzedReceipt document(String text, ReceiptAnalysis analysis) {
        return new AnalyzedReceipt(text, new Recognition("two-readers", 0.97, true), analysis);
    }

    /** The fact about a document, which is stored if the job has none yet. */
    public static ReceiptAnalyzed analyzed(JobId job, AnalyzedReceipt document, ReceiptFileStore store) {
        return analyzed(job, NOW.minusSeconds(2), keep(job, document, store));
    }

    /** The same with work that began just now by the running service's clock, from which its time limits count. */
    public static ReceiptAnalyzed analyzedNow(JobId job, AnalyzedReceipt document, ReceiptFileStore store) {
        return analyzed(job, Instant.now(), keep(job, document, store));
    }

    public static ReceiptAnalyzed analyzed(JobId job, Instant workStartedAt, FileReference document) {
        return new ReceiptAnalyzed(job, NOW, submission(job), workStartedAt, document);
    }

    private static FileReference keep(JobId job, AnalyzedReceipt document, ReceiptFileStore store) {
        try {
            upload(job, store);
            return new Documents(store).keep(job, "analysis.json", document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores three bytes as the job's upload. */
    public static void upload(JobId job, ReceiptFileStore store) {
        try {
            store.put(job, "upload", "image/jpeg", new ByteArrayInputStream(new byte[] {1, 2, 3}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ReceiptSubmitted submitted(JobId job) {
        return new ReceiptSubmitted(job, NOW, submission(job));
    }

    public static Submission submission(JobId job) {
        FileReference file = new FileReference(job + "/upload", "image/jpeg", 123_456, "ab".repeat(32));
        return new Submission("paragon.jpg", file, "user-7", "anonymous", NOW.minusSeconds(3));
    }

    /** Two lines, one of them lowered by a discount, a deposit, two payments: 17,48 zł of goods, 17,98 zł to pay. */
    public static ReceiptAnalysis analysis(String name, LocalDate date) {
        Source source = new Source(1, new Box(10, 20, 300, 24), "CHLEB ZYTNI", 0.95, null);
        return new ReceiptAnalysis(
                new Store("SKLEP PRÓBNY", "Sklep Próbny", null, "convenience_store", "ul. Zmyślona 1", 0.9, "name"),
                "1234563218",
                "000123",
                date,
                LocalTime.of(18, 7),
                "PLN",
                List.of(
                        item(name, "4.99", "0.00", "4.99", "B", source),
                        item("Ser", "14.49", "2.00", "12.49", "B", source)),
                List.of(new Discount("Rabat", Money.of("2.00"), List.of(1), source)),
                List.of(new Deposit("Butelka", BigDecimal.ONE, Money.of("0.50"), source)),
                List.of(
                        new Payment("GOTÓWKA", Money.of("20.00"), source),
                        new Payment("RESZTA", Money.of("-2.02"), source)),
                List.of(new VatLine(
                        "B", new BigDecimal("8"), Money.of("16.19"), Money.of("1.29"), Money.of("17.48"), source)),
                Money.of("17.48"),
                Money.of("17.98"),
                new Verification(
                        Verdict.PROVED,
                        List.of(new Check(
                                "items_sum_to_total", Holds.YES, Money.of("17.48"), Money.of("17.48"), List.of())),
                        List.of()),
                Map.of("nip", source),
                "grammar",
                new ReceiptsInFile(
                        2,
                        1,
                        List.of(new ReceiptsInFile.Other(
                                2,
                                2,
                                new Box(10, 20, 300, 600),
                                "Sklep Próbny",
                                "1234563218",
                                "000124",
                                date,
                                LocalTime.of(18, 9),
                                "PLN",
                                Money.of("5.00"),
                                Verdict.PROVED)),
                        List.of()));
    }

    private static Item item(String name, String price, String discount, String net, String vat, Source source) {
        return new Item(
                name,
                name,
                null,
                new BigDecimal("1.000"),
                "szt",
                Money.of(price),
                Money.of(price),
                Money.of(discount),
                Money.of(net),
                vat,
                "Pieczywo > Chleb",
                "Bakery > Bread",
                0.8,
                "stem",
                false,
                0.95,
                source);
    }

    public static StageFailed failed(JobId job) {
        JobError error = JobError.of(ErrorCode.NOT_A_RECEIPT, Map.of("keywords", "0"));
        return new StageFailed(job, NOW, Stage.ANALYSIS, 1, error);
    }

    public static CancelRequested cancelled(JobId job) {
        return new CancelRequested(job, NOW, "anonymous");
    }
}
