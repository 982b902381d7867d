package pl.paragon.ocr.document.budget;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A look at a PDF's bytes that builds nothing: the parser's search for lost objects notes each that seems to begin. */
final class RawObjects {

    private RawObjects() {}

    /** How often an object seems to begin. */
    static long in(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long count = 0;
            int matched = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                matched = next == 'o' ? 1 : next == 'b' && matched == 1 ? 2 : next == 'j' && matched == 2 ? 3 : 0;
                if (matched == 3) {
                    count++;
                }
            }
            // "endobj" as well as "obj".
            return count / 2;
        }
    }
}
