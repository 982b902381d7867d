/** Transactions, and whose fault it is when one does not succeed. */
package pl.paragon.persistence.database;
