package pl.paragon.benchmarks.micro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.text.RecognizedText;

/** What the ocr-worker read in two drawn receipts, as it wrote it down. */
public enum DrawnReceipt {
    /** One line of goods in 27 pieces of print; it is proved. */
    ZABKA,
    /** 19 lines of goods in 143 pieces with many alternatives; it remains in doubt, so everything is tried. */
    LIDL;

    /** The document of the file store. */
    public byte[] json() {
        String name = name().toLowerCase(Locale.ROOT) + ".json";
        try (InputStream document = DrawnReceipt.class.getResourceAsStream(name)) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RecognizedText text() {
        return Json.read(json(), RecognizedText.class);
    }
}
