package pl.paragon.ocr.document.budget;

import java.time.Duration;

/**
 * What a PDF may cost.
 *
 * @param pages of the document
 * @param objects in its cross-reference, its object streams and its body
 * @param tokens numbers, names, strings and containers in its structure; each becomes a Java object or several
 * @param structureBytes of one stream of objects, which become Java objects of some ten times its size
 * @param streamBytes of one decoded stream that is no image: a page's content, a font
 * @param decodedBytes of all such streams that are decoded while one page is read or drawn
 * @param decodedImageBytes of all images that are decoded while one page is drawn
 * @param imagePixels of one JPEG, which is decoded at the size that is drawn
 * @param wholePixels of one image in any other format
 * @param visitedPixels of one progressive JPEG
 * @param imageBytes in the heap while one image is decoded and drawn
 * @param operators in the content of one page, repetitions counted
 * @param paintedPixels on one page, overpainting counted; clips and blending count more
 * @param cpuTime of one page's text or drawing: the net below all the counting
 */
public record PdfLimits(
        int pages,
        int objects,
        int tokens,
        long structureBytes,
        long streamBytes,
        long decodedBytes,
        long decodedImageBytes,
        long imagePixels,
        long wholePixels,
        long visitedPixels,
        long imageBytes,
        int operators,
        long paintedPixels,
        Duration cpuTime) {}
