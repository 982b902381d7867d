/**
 * Corrections of saved receipts. Each is a revision beside the reading, which is never changed; the receipt's own row
 * is the latest revision, written in the same transaction. Of two corrections of one revision the first stands.
 */
package pl.paragon.persistence.receipt.revision;
