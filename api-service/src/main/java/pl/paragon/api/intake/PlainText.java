package pl.paragon.api.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.runtime.files.Documents;
import pl.paragon.runtime.files.ReceiptFileStore;

/**
 * The text of a receipt as a client sends it. It is stored as the upload and, set in lines as a text layer is, as what
 * the OCR stage would have made of it, so that stage finds its work done and everything behind it is as usual.
 */
final class PlainText {

    static final String FILENAME = "receipt.txt";

    private static final String ENGINE = "client-text";
    private static final String MEDIA_TYPE = "text/plain";

    /** As if printed in letters of this size; only their proportions matter. */
    private static final int LETTER = 16;

    private static final int HEIGHT = 30;
    private static final int PITCH = 42;

    private PlainText() {}

    /** @return the claim check of the text itself */
    static FileReference store(ReceiptFileStore store, JobId job, String text) throws IOException {
        FileReference upload = store.put(
                job,
                FileReceiver.STORED_AS,
                MEDIA_TYPE,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        new Documents(store).keep(job, RecognizedText.DOCUMENT, recognized(text));
        return upload;
    }

    static RecognizedText recognized(String text) {
        List<TextLine> lines = new ArrayList<>();
        int width = 1;
        int y = 0;
        for (String line : text.lines().toList()) {
            y += PITCH;
            if (!line.isBlank()) {
                String print = line.strip();
                int x = (line.length() - line.stripLeading().length() + 1) * LETTER;
                Box box = new Box(x, y, print.length() * LETTER, HEIGHT);
                lines.add(new TextLine(Quad.of(box), print, 1, List.of(), List.of(), List.of()));
                width = Math.max(width, x + box.w() + LETTER);
            }
        }
        return new RecognizedText(ENGINE, List.of(new Page(1, width, y + 2 * PITCH, Page.Origin.TEXT_LAYER, lines)));
    }
}
