package pl.paragon.persistence.receipt.schema;

/** Saved receipts. */
public interface ReceiptStore {

    /** Within a transaction. */
    void add(Receipt receipt);
}
