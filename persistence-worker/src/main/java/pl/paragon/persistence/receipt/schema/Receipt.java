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

/** A saved receipt: as it was read, or as it was corrected last. */
@Entity
@Table(name = "receipt")
public class Receipt {

    @Id
    private UUID id;

    private UUID jobId;
    private Instant savedAt;

    /** How often it was corrected. */
    private int revision;

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
        Receipt receipt = new Receipt();
        receipt.id = id;
        receipt.jobId = event.jobId().value();
        receipt.savedAt = savedAt;
        receipt.owner = Owner.of(event.submission());
        receipt.upload = Upload.of(event.submission());
        receipt.source = Analysis.of(event);
        receipt.text = OcrText.of(document);
        receipt.take(document.analysis());
        return receipt;
    }

    private void take(ReceiptAnalysis taken) {
        seller = Seller.of(taken);
        print = Print.of(taken);
        analysis = Json.writeText(taken);
        lines = taken.items().stream().map(ReceiptLine::of).toList();
        discounts = taken.discounts().stream().map(ReceiptDiscount::of).toList();
        deposits = taken.deposits().stream().map(ReceiptDeposit::of).toList();
        payments = taken.payments().stream().map(ReceiptPayment::of).toList();
        vat = taken.vatSummary().stream().map(ReceiptVat::of).toList();
    }

    /** Its next revision, within a transaction. What it was before is not kept here. */
    public void correct(ReceiptAnalysis corrected) {
        revision++;
        take(corrected);
    }

    /** The document that it was saved from, as the database has it. */
    public AnalyzedReceipt document() {
        return text.with(Json.read(analysis.getBytes(StandardCharsets.UTF_8), ReceiptAnalysis.class));
    }

    /** As the gateway is told of it. */
    public SavedReceipt saved() {
        return new SavedReceipt(new JobId(jobId), id, owner.submission(upload), savedAt, document(), revision);
    }

    public UUID id() {
        return id;
    }

    public int revision() {
        return revision;
    }

    public Instant savedAt() {
        return savedAt;
    }

    public boolean belongsTo(String submitter) {
        return owner.submitter().equals(submitter);
    }

    public UUID jobId() {
        return jobId;
    }

    public Money total() {
        return print.total();
    }
}
