/**
 * A saved receipt as PostgreSQL has it: one row with its header in columns and the whole analysis as JSON, and a row
 * for each line, discount, deposit, payment and VAT letter.
 */
package pl.paragon.persistence.receipt.schema;
