/**
 * The port that readers implement ({@link pl.paragon.ocr.reading.PageReader}); the few platform threads that their
 * native code runs on, abandoned if they do not return ({@link pl.paragon.ocr.reading.ReadingThreads}); and native
 * resources that end after their last user ({@link pl.paragon.ocr.reading.Leased}).
 */
package pl.paragon.ocr.reading;
