/**
 * Saved receipts, as the owner of the database tells the gateway of them: what is asked for, a page of receipts in
 * short, and one as a whole.
 */
package pl.paragon.contracts.saved;
