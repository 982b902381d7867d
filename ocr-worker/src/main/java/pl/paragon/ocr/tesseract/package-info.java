/**
 * Tesseract through Tess4J: where its natives and language data come from ({@link pl.paragon.ocr.tesseract.TesseractInstallation}), engines that are initialised once and used again
 * ({@link pl.paragon.ocr.tesseract.TesseractEngines}), and the reader that gives it whole pages.
 */
package pl.paragon.ocr.tesseract;
