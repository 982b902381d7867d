package pl.paragon.ocr;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How receipts are read. */
@ConfigMapping(prefix = "paragon.ocr")
public interface OcrConfig {

    /** Who reads pictures. */
    @WithDefault("two-readers")
    Engine engine();

    /** Tesseract's languages, the main one first. More of them are slower and no better at Polish. */
    @WithDefault("pol")
    List<String> languages();

    /** How many pages are read at a time; the processors' number where it is not set. */
    OptionalInt threads();

    /** After which the reading of one page is told to stop. */
    @WithDefault("2m")
    Duration pageDeadline();

    /** How long it may then take to stop before its thread is given up. */
    @WithDefault("10s")
    Duration stopGrace();

    /** With more given-up threads than this the process calls itself dead, to be started anew; as many as {@link #threads} where it is not set. */
    OptionalInt toleratedHangs();

    /** Where natives and language data are unpacked, and uploads lie while they are read. */
    @WithDefault("${user.home}/.cache/paragon/ocr")
    Path runtimeDirectory();

    /** Language data of the operator's own for Tesseract, instead of the bundled. */
    Optional<Path> tessdataDirectory();

    Models models();

    Picture picture();

    Pdf pdf();

    Quality quality();

    /** Who reads pictures. */
    enum Engine {
        /** The project's own two models find and read the lines, Tesseract is the second witness. */
        TWO_READERS,
        /** Tesseract alone, on whole pages. */
        TESSERACT
    }

    /** The pair of models, where another than the bundled is wanted. */
    interface Models {

        /** A detector in ONNX that was made as PP-OCR's: planes of blue, green, red in, a map of probabilities out. */
        Optional<Path> detector();

        /** A recogniser in ONNX for lines 48 pixels high, with its alphabet in its metadata. */
        Optional<Path> recogniser();
    }

    /** Which pictures are decoded, and at which size. */
    interface Picture {

        /** More pixels are refused without being decoded. */
        @WithDefault("100000000")
        long mostPixels();

        /** A shorter side than this holds no print. */
        @WithDefault("100")
        int shortestSide();

        /** A JPEG with more pixels is decoded at a half, a quarter or an eighth of its size. */
        @WithDefault("6500000")
        long decodedPixels();
    }

    /** Which PDF files are read. */
    interface Pdf {

        @WithDefault("20")
        int mostPages();
    }

    /** When what was read is too little to go on with. */
    interface Quality {

        /** Fewer characters are no receipt. */
        @WithDefault("10")
        int fewestCharacters();

        /** Below this mean confidence, 0–1, the print is called illegible. */
        @WithDefault("0.4")
        double lowestConfidence();

        /** Where reading failed and the brightest tenth of the picture is darker than this, 0–255, the dark is to blame. */
        @WithDefault("70")
        int darkest();

        /** Where reading failed and the shorter side has fewer pixels than this, the size is to blame. */
        @WithDefault("400")
        int smallestSide();
    }

    default int readingThreads() {
        return threads().orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }
}
