/** {@code /api/v3/receipts/batch}: many files at once. */
package pl.paragon.api.v3.batch;
