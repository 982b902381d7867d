/**
 * Two readers: the project's own models find and read the lines, and Tesseract is the second, independent witness for
 * those in doubt. {@link pl.paragon.ocr.tworeaders.TwoReaders} puts them together. Lines are read at half their width
 * first, and again at full width where that leaves a doubt ({@code Looks}). Which way up a page is read is found on a
 * few long lines ({@code ReadingDirection}).
 */
package pl.paragon.ocr.tworeaders;
