/**
 * Saving receipts: the header in columns and the rows in tables, as far as queries need them, and the whole analysis as
 * it came. A receipt is saved in the transaction that makes "saved" the end of its job, so there is one per job
 * whatever is redelivered. What was saved can be read again by the gateway, when the file is gone.
 */
package pl.paragon.persistence.receipt;
