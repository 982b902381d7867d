/**
 * The OCR worker: a file in, positioned lines out. {@code OcrStage} is the shell, {@code OcrHandler} tells the story of
 * one receipt: fetch, validate, read page by page, check the quality, store the text. {@code ReadingComposition} puts
 * the parts together. Readers are behind {@link pl.paragon.ocr.reading.PageReader}.
 */
package pl.paragon.ocr;
