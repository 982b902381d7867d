/**
 * Tesseract through Tess4J: where its natives and language data come from
 * ({@link pl.paragon.ocr.tesseract.TesseractInstallation}), engines that are initialised once and reused
 * ({@link pl.paragon.ocr.tesseract.TesseractEngines}), the reader that gives it whole pages, and the witness that gives
 * it single lines.
 */
package pl.paragon.ocr.tesseract;
