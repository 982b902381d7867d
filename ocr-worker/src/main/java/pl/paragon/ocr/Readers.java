package pl.paragon.ocr;

import org.jboss.logging.Logger;
import pl.paragon.ocr.fixedtext.FixedTextReader;
import pl.paragon.ocr.natives.OpenCv;
import pl.paragon.ocr.natives.UnsupportedPlatformException;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.tesseract.TesseractEngines;
import pl.paragon.ocr.tesseract.TesseractInstallation;
import pl.paragon.ocr.tesseract.TesseractReader;
import pl.paragon.ocr.tesseract.TesseractWitness;
import pl.paragon.ocr.tworeaders.ReaderModels;
import pl.paragon.ocr.tworeaders.TwoReaders;

/** Makes the reader that the configuration asks for. */
final class Readers {

    private static final Logger LOG = Logger.getLogger(Readers.class);

    private final OcrConfig config;
    private final ReadingMetrics metrics;

    Readers(OcrConfig config, ReadingMetrics metrics) {
        this.config = config;
        this.metrics = metrics;
    }

    PageReader make() {
        OpenCv.load(config.runtimeDirectory().resolve("opencv"));
        return switch (config.engine()) {
            case TESSERACT -> new TesseractReader(tesseract());
            case TWO_READERS -> twoReaders(tesseract());
            case FIXED_TEXT -> fixedText();
        };
    }

    private PageReader fixedText() {
        LOG.warn("paragon.ocr.engine=fixed-text reads no picture: every receipt gets the same invented text. "
                + "It is for measuring the pipeline; unset it to read receipts.");
        return new FixedTextReader(config.fixedText().pageTime());
    }

    private PageReader twoReaders(TesseractEngines engines) {
        try {
            ReaderModels models = ReaderModels.load(
                    config.runtimeDirectory().resolve("onnxruntime"),
                    new ReaderModels.Own(
                            config.models().detector(),
                            config.models().recogniser(),
                            config.models().narrowRecogniser()));
            LOG.info("The project's own models find and read the lines; Tesseract is their witness");
            return new TwoReaders(
                    models,
                    new TesseractWitness(engines),
                    metrics,
                    config.text().pageLines(),
                    config.text().pageColumns());
        } catch (UnsupportedPlatformException e) {
            LOG.warnf(
                    "paragon.ocr.engine=two-readers is unavailable: %s Tesseract reads whole pages instead, "
                            + "which finds less in photographs.",
                    e.getMessage());
            return new TesseractReader(engines);
        }
    }

    private TesseractEngines tesseract() {
        TesseractInstallation installation = TesseractInstallation.find(
                config.runtimeDirectory().resolve("tesseract"), config.tessdataDirectory(), config.languages());
        TesseractEngines engines = new TesseractEngines(installation);
        engines.warmUp();
        LOG.infof("Tesseract %s reads %s", installation.version(), String.join("+", config.languages()));
        return engines;
    }
}
