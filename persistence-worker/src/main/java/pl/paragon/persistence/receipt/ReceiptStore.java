package pl.paragon.persistence.receipt;

/** Saved receipts. */
interface ReceiptStore {

    /** Within a transaction. */
    void add(Receipt receipt);
}
