/** Native code that comes by the class path: unpacked once, used again at the next start, and a sentence that helps where it is not to be had. */
package pl.paragon.ocr.natives;
