/**
 * Single lines of print: found by the detector in a view of the picture ({@link pl.paragon.ocr.line.LineDetector}), cut
 * out straight, and read by the recogniser with alternatives for each character
 * ({@link pl.paragon.ocr.line.LineRecogniser}).
 */
package pl.paragon.ocr.line;
