package pl.paragon.ocr.picture;

/**
 * What is decoded, and at which size.
 *
 * @param largest more pixels are refused without being decoded
 * @param shortest a shorter side than this holds no print
 * @param decoded a JPEG with more pixels is decoded at a half, a quarter or an eighth of its size
 */
public record PictureLimits(long largest, int shortest, long decoded) {}
