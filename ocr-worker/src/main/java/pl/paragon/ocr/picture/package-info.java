/**
 * From the bytes of an upload to pixels: what kind of file it is by its first bytes, how large a picture is before it is decoded, decoding at a bounded size, and shaping by OpenCV.
 */
package pl.paragon.ocr.picture;
