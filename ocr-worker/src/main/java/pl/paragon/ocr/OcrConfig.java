package pl.paragon.ocr;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import pl.paragon.ocr.decoder.DecoderLimits;
import pl.paragon.ocr.document.PdfPageLimits;
import pl.paragon.ocr.file.FileLimits;
import pl.paragon.ocr.file.TextLimits;
import pl.paragon.ocr.picture.PictureLimits;

/** How receipts are read. */
@ConfigMapping(prefix = "paragon.ocr")
public interface OcrConfig {

    /** Who reads pictures. */
    @WithDefault("two-readers")
    Engine engine();

    /** Tesseract's languages, the main one first. More of them are slower and no better at Polish. */
    @WithDefault("pol")
    List<String> languages();

    /** How many pages are read at a time; the number of processors by default. */
    OptionalInt threads();

    /** How long reading one page may take before it is told to stop. */
    @WithDefault("2m")
    Duration pageDeadline();

    /** How long it may then take to stop before its thread is given up; also how long a shutdown waits for it. */
    @WithDefault("10s")
    Duration stopGrace();

    /**
     * With more given-up threads than this the process reports itself dead, to be restarted; by default as many as it
     * reads with.
     */
    OptionalInt toleratedHangs();

    /**
     * After how many pages the readers' engines and models are made anew, aside, so that what native code leaks or
     * keeps is bounded. Making them takes about a second of one processor.
     */
    @WithDefault("500")
    int renewedAfterPages();

    /** Where natives and language data are unpacked, and uploads lie while they are read. */
    @WithDefault("${user.home}/.cache/paragon/ocr")
    Path runtimeDirectory();

    /** Language data of the operator's own for Tesseract, instead of the bundled. */
    Optional<Path> tessdataDirectory();

    Models models();

    FixedText fixedText();

    Picture picture();

    PdfConfig pdf();

    Text text();

    Quality quality();

    /** Who reads pictures. */
    enum Engine {
        /** The project's own two models find and read the lines, Tesseract is the second witness. */
        TWO_READERS,
        /** Tesseract alone, on whole pages. */
        TESSERACT,
        /** Nobody: each picture is decoded, and said to show the same receipt. It measures the pipeline around OCR. */
        FIXED_TEXT
    }

    /** The engine {@code fixed-text}. */
    interface FixedText {

        /** How long it takes over each page, without a processor, as a reader of that speed elsewhere would. */
        @WithDefault("0s")
        Duration pageTime();
    }

    /** The models, to replace the bundled ones. */
    interface Models {

        /** A detector in ONNX that was made as PP-OCR's: planes of blue, green, red in, a map of probabilities out. */
        Optional<Path> detector();

        /** A recogniser in ONNX for lines 48 pixels high, with its alphabet in its metadata. */
        Optional<Path> recogniser();

        /**
         * The same for lines squeezed to half their width, which reads them first. With a recogniser of one's own and
         * no such one, each line is read as it is.
         */
        Optional<Path> narrowRecogniser();
    }

    /** Which pictures are decoded, and at which size. */
    interface Picture {

        /** More pixels are refused without being decoded. */
        @WithDefault("100000000")
        long mostPixels();

        /**
         * The same for PNG, WebP, TIFF, GIF and BMP, which are always decoded at their full size, and for one tile of a
         * HEIC or AVIF. A4 at 600 dpi has 35 million.
         */
        @WithDefault("40000000")
        long mostPixelsDecodedWhole();

        /**
         * Pixels that a decoder may visit: each scan of a progressive JPEG visits all of them, and the first as long as
         * forty. A page of A4 scanned at 600 dpi, 35 megapixels in ten scans, is below it and takes some 1.5 seconds.
         */
        @WithDefault("2000000000")
        long mostVisitedPixels();

        /** A shorter side than this holds no print. */
        @WithDefault("100")
        int shortestSide();

        /** How many times as long as wide: a receipt of 80 mm would be more than three metres long. */
        @WithDefault("40")
        int mostElongated();

        /**
         * A JPEG, HEIC, AVIF or JPEG 2000 with more pixels is decoded at a half, a quarter or an eighth of its size.
         */
        @WithDefault("6500000")
        long decodedPixels();

        /** Pages of a TIFF. */
        @WithDefault("20")
        int mostPages();

        Decoder decoder();

        default PictureLimits limits() {
            return new PictureLimits(
                    mostPixels(),
                    mostPixelsDecodedWhole(),
                    mostVisitedPixels(),
                    shortestSide(),
                    mostElongated(),
                    decodedPixels(),
                    decoder().estimate().asLongValue(),
                    mostPages());
        }
    }

    /** What the process may cost that decodes one HEIC, AVIF, JPEG 2000, TIFF, GIF or BMP. */
    interface Decoder {

        /**
         * What a TIFF or JPEG 2000 may take by its header, or it is refused: 14 megapixels of JPEG 2000 in colour, or
         * A4 at 600 dpi in colour in a TIFF of one strip.
         */
        @WithDefault("256M")
        MemorySize estimate();

        /** The JDK's readers decode a band of rows twice: as the file keeps it, and as a picture. */
        @WithDefault("320M")
        MemorySize heap();

        /** The whole process, by the kernel's count of its data. A HEIC of 12 megapixels in tiles takes some 100 MB. */
        @WithDefault("640M")
        MemorySize memory();

        /** A HEIC of 12 megapixels takes some two seconds. */
        @WithDefault("30s")
        Duration cpuTime();

        default DecoderLimits limits() {
            return new DecoderLimits(heap().asLongValue(), memory().asLongValue(), cpuTime());
        }
    }

    /** How much text is taken for a receipt. The longest that we know have some 400 lines of 45 characters. */
    interface Text {

        /** Pieces of print on one page, before and after they are read; each is read in some milliseconds. */
        @WithDefault("1500")
        int pageLines();

        /** Of all pages. */
        @WithDefault("3000")
        int lines();

        /**
         * Columns of pixels on one page, all lines at the recogniser's height; a character has some 25. A page at this
         * limit takes as long to read as the longest receipt.
         */
        @WithDefault("400000")
        int pageColumns();

        /** Characters on one page. */
        @WithDefault("30000")
        int pageCharacters();

        /** Of all pages. A page of dense print has 5,000. */
        @WithDefault("60000")
        int characters();

        default TextLimits limits() {
            return new TextLimits(pageLines(), lines(), pageCharacters(), characters());
        }
    }

    /** When what was read is too little to go on with. */
    interface Quality {

        /** Fewer characters are no receipt. */
        @WithDefault("10")
        int fewestCharacters();

        /** Below this mean confidence, 0–1, the print is called illegible. */
        @WithDefault("0.4")
        double lowestConfidence();

        /** If reading fails and the brightest tenth of the picture is below this, 0–255, it is reported as too dark. */
        @WithDefault("70")
        int darkest();

        /** If reading fails and the shorter side is below this, the picture is reported as too small. */
        @WithDefault("400")
        int smallestSide();
    }

    default FileLimits fileLimits() {
        return new FileLimits(
                pdf().limits(picture()),
                new PdfPageLimits(text().pageCharacters(), picture().mostElongated()),
                text().limits());
    }

    default int readingThreads() {
        return threads().orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }
}
