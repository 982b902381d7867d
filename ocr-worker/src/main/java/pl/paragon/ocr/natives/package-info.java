/**
 * Native code from the class path: unpacked once and reused at the next start, with a message that helps if it is
 * unavailable.
 */
package pl.paragon.ocr.natives;
