package pl.paragon.ocr;

import org.jboss.logging.Logger;
import pl.paragon.ocr.picture.OpenCv;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.tesseract.TesseractEngines;
import pl.paragon.ocr.tesseract.TesseractInstallation;
import pl.paragon.ocr.tesseract.TesseractReader;

/** Makes the reader that the configuration asks for. */
final class Readers {

    private static final Logger LOG = Logger.getLogger(Readers.class);

    private final OcrConfig config;

    Readers(OcrConfig config) {
        this.config = config;
    }

    PageReader make() {
        OpenCv.load(config.runtimeDirectory().resolve("opencv"));
        return tesseract();
    }

    private PageReader tesseract() {
        TesseractInstallation installation = TesseractInstallation.find(
                config.runtimeDirectory().resolve("tesseract"), config.tessdataDirectory(), config.languages());
        TesseractEngines engines = new TesseractEngines(installation);
        engines.warmUp();
        LOG.infof("Tesseract %s reads %s", installation.version(), String.join("+", config.languages()));
        return new TesseractReader(engines);
    }
}
