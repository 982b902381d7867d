/**
 * The file of a receipt: where it lies while it is read, what it may hold, and how it is read page by page
 * ({@link pl.paragon.ocr.file.ReceiptFileReader}).
 */
package pl.paragon.ocr.file;
