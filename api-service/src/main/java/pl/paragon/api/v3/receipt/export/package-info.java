/** All of somebody's receipts in one file, written while they are read: CSV, JSON, or both in a ZIP. */
package pl.paragon.api.v3.receipt.export;
