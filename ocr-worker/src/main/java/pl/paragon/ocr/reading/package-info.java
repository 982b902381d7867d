/**
 * The port behind which readers are exchanged ({@link pl.paragon.ocr.reading.PageReader}), and the threads that their native code runs on: few, of the platform's own, and given up where
 * they do not come back ({@link pl.paragon.ocr.reading.ReadingThreads}).
 */
package pl.paragon.ocr.reading;
