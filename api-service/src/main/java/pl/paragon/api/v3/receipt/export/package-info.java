/**
 * All of somebody's receipts in one file, written while they are read: rows for a spreadsheet, JSON, both in a ZIP, or
 * transactions for a budget.
 */
package pl.paragon.api.v3.receipt.export;
