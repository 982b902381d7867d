/**
 * Corrections of saved receipts in version 3: a JSON Merge Patch on what a receipt shows under {@code analysis}, made
 * on the revision that the client has seen, and the revisions that there were.
 */
package pl.paragon.api.v3.receipt.correction;
