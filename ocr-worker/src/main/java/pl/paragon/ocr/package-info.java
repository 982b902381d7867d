/**
 * The OCR worker: an upload in, positioned lines out. {@code OcrStage} is the shell, {@code OcrHandler} tells the story of one receipt: fetch, validate, read page by page, check
 * the quality, store the text. Readers are behind {@link pl.paragon.ocr.reading.PageReader}.
 */
package pl.paragon.ocr;
