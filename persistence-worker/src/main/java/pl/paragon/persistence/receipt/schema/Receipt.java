package pl.paragon.persistence.receipt.schema;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.persistence.receipt.schema.Header.Analysis;
import pl.paragon.persistence.receipt.schema.Header.OcrText;
import pl.paragon.persistence.receipt.schema.Header.Owner;
import pl.paragon.persistence.receipt.schema.Header.Print;
import pl.paragon.persistence.receipt.schema.Header.Seller;
import pl.paragon.persistence.receipt.schema.Header.Upload;

/** A saved receipt; never changed. */
@Entity
@Immutable
@Table(name = "receipt")
public class Receipt {

    @Id
    private UUID id;

    private UUID jobId;
    private Instant savedAt;

    @Embedded
    private Owner owner;

    @Embedded
    private Upload upload;

    @Embedded
    private Analysis source;

    @Embedded
    private Seller seller;

    @Embedded
    private Print print;

    @Embedded
    private OcrText text;

    @JdbcTypeCode(SqlTypes.JSON)
    private String analysis;

    @ElementCollection
    @CollectionTable(name = "receipt_line", joinColumns = @JoinColumn(name = "receipt_id"))
    @OrderColumn(name = "position")
    private List<ReceiptLine> lines;

    @ElementCollection
    @CollectionTable(name = "receipt_discount", joinColumns = @JoinColumn(name = "receipt_id"))
    @OrderColumn(name = "position")
    private List<ReceiptDiscount> discounts;

    @ElementCollection
    @CollectionTable(name = "receipt_deposit", joinColumns = @JoinColumn(name = "receipt_id"))
    @OrderColumn(name = "position")
    private List<ReceiptDeposit> deposits;

    @ElementCollection
    @CollectionTable(name = "receipt_payment", joinColumns = @JoinColumn(name = "receipt_id"))
    @OrderColumn(name = "position")
    private List<ReceiptPayment> payments;

    @ElementCollection
    @CollectionTable(name = "receipt_vat", joinColumns = @JoinColumn(name = "receipt_id"))
    @OrderColumn(name = "position")
    private List<ReceiptVat> vat;

    protected Receipt() {}

    /** The rows of a receipt that is not saved yet. */
    public static Receipt of(UUID id, ReceiptAnalyzed event, AnalyzedReceipt document, Instant savedAt) {
        ReceiptAnalysis analysis = document.analysis();
        Receipt receipt = new Receipt();
        receipt.id = id;
        receipt.jobId = event.jobId().value();
        receipt.savedAt = savedAt;
        receipt.owner = Owner.of(event.submission());
        receipt.upload = Upload.of(event.submission());
        receipt.source = Analysis.of(event);
        receipt.seller = Seller.of(analysis);
        receipt.print = Print.of(analysis);
        receipt.text = OcrText.of(document);
        receipt.analysis = Json.writeText(analysis);
        receipt.lines = analysis.items().stream().map(ReceiptLine::of).toList();
        receipt.discounts =
                analysis.discounts().stream().map(ReceiptDiscount::of).toList();
        receipt.deposits = analysis.deposits().stream().map(ReceiptDeposit::of).toList();
        receipt.payments = analysis.payments().stream().map(ReceiptPayment::of).toList();
        receipt.vat = analysis.vatSummary().stream().map(ReceiptVat::of).toList();
        return receipt;
    }

    /** The document that it was saved from, as the database has it. */
    public AnalyzedReceipt document() {
        return text.with(Json.read(analysis.getBytes(StandardCharsets.UTF_8), ReceiptAnalysis.class));
    }

    /** As the gateway is told of it. */
    public SavedReceipt saved() {
        return new SavedReceipt(new JobId(jobId), id, owner.submission(upload), savedAt, document());
    }

    public UUID id() {
        return id;
    }

    public UUID jobId() {
        return jobId;
    }

    public Money total() {
        return print.total();
    }
}
