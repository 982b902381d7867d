/**
 * Two readers: the project's own models find the lines ({@code LineDetector}) and read them with alternatives for each character ({@code LineRecogniser}), and Tesseract is the second,
 * independent witness on lines that are in doubt. {@link pl.paragon.ocr.tworeaders.TwoReaders} puts them together; which way up a page is read is found on a few long lines
 * ({@code ReadingDirection}), and it is the boxes that are turned then, not the picture.
 */
package pl.paragon.ocr.tworeaders;
