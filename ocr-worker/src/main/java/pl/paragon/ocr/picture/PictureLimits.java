package pl.paragon.ocr.picture;

/**
 * What is decoded, and at which size.
 *
 * @param largest more pixels are refused without being decoded
 * @param whole the same for kinds that are always decoded at their full size, and for one tile of a HEIC or AVIF
 * @param visited pixels that a decoder may visit in all scans of a progressive JPEG
 * @param shortest a shorter side than this holds no print
 * @param elongation how many times as long as wide a picture may be: its shorter side is scaled up to what the detector
 *     needs, and the longer with it
 * @param decoded a JPEG, HEIC, AVIF or JPEG 2000 with more pixels is decoded at a half, a quarter or an eighth of its
 *     size
 * @param decoderBytes that the decoder of a TIFF or JPEG 2000 may need at a time
 * @param pages of one TIFF
 */
public record PictureLimits(
        long largest,
        long whole,
        long visited,
        int shortest,
        int elongation,
        long decoded,
        long decoderBytes,
        int pages) {}
