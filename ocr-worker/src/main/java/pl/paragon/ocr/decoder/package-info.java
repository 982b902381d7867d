/**
 * Decodes the kinds of pictures that OpenCV is not trusted with, in a process of its own for each picture. A fault of a
 * decoder costs that picture and nothing else: the process has its own memory and processor time, both bounded, knows
 * no secrets, and is killed when nobody waits for it any more.
 *
 * <pre>
 *  worker: DecoderProcess ── kind, file ──▶ DecoderMain ─┬─ HEIC, AVIF, JPEG 2000: FFmpeg's codecs
 *                         ◀── size, pixels ──            └─ TIFF, GIF, BMP: the JDK's readers
 *                         ◀── exit status: what is wrong
 * </pre>
 */
package pl.paragon.ocr.decoder;
