package pl.paragon.ocr;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import pl.paragon.ocr.document.budget.PdfLimits;

/**
 * Which PDF files are read. The limits are far above what receipts need and low enough for a heap of 192 MiB, in
 * which one PDF is decoded at a time.
 */
public interface PdfConfig {

    /** A PDF with more pages is refused. */
    @WithDefault("20")
    int mostPages();

    /** Objects of a document. A receipt has some hundred. */
    @WithDefault("50000")
    int mostObjects();

    /** Numbers, names, strings and containers outside of streams, some hundred bytes of heap each. */
    @WithDefault("300000")
    int mostTokens();

    /** One stream of objects, decoded. */
    @WithDefault("2M")
    MemorySize objectStream();

    /** One decoded stream that is no image, such as a page's content or a font. */
    @WithDefault("4M")
    MemorySize stream();

    /** All of these while one page is read or drawn, repetitions counted. */
    @WithDefault("48M")
    MemorySize streamsOfAPage();

    /** All images while one page is drawn, decoded. */
    @WithDefault("96M")
    MemorySize imagesOfAPage();

    /** The heap that one image may take: 12 megapixels in colour, or A4 at 600 dpi in grey, take some 90 MB. */
    @WithDefault("96M")
    MemorySize image();

    /** Operators in the content of one page, repetitions counted. A page drawn letter by letter has some 60,000. */
    @WithDefault("400000")
    int mostOperators();

    /** Pixels painted on one page of five million, with slower kinds of paint counted manifold. */
    @WithDefault("400000000")
    long mostPaintedPixels();

    /** Processor time for one page's text or its drawing; what the other limits do not foresee ends here. */
    @WithDefault("3s")
    Duration pageCpuTime();

    default PdfLimits limits(OcrConfig.Picture picture) {
        return new PdfLimits(
                mostPages(),
                mostObjects(),
                mostTokens(),
                objectStream().asLongValue(),
                stream().asLongValue(),
                streamsOfAPage().asLongValue(),
                imagesOfAPage().asLongValue(),
                picture.mostPixels(),
                picture.mostPixelsDecodedWhole(),
                picture.mostVisitedPixels(),
                image().asLongValue(),
                mostOperators(),
                mostPaintedPixels(),
                pageCpuTime());
    }
}
