/**
 * From the bytes of a file to pixels: its kind by its first bytes, what a picture will cost before it is decoded,
 * decoding at a bounded size, and shaping by OpenCV.
 */
package pl.paragon.ocr.picture;
