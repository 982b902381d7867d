package pl.paragon.contracts.text;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Everything that was read from one upload. A job has one: if it is there when the OCR stage begins, because an earlier
 * delivery read it or the client sent the text itself, nothing is read again.
 *
 * @param engine the reader's name: {@code tesseract}, {@code two-readers}, {@code text-layer}, {@code client-text}, or
 *     {@code fixed-text} if nobody read it
 */
public record RecognizedText(String engine, List<Page> pages) {

    /** Its name among the job's files. */
    public static final String DOCUMENT = "text.json";

    public RecognizedText {
        Objects.requireNonNull(engine, "a text needs its engine");
        pages = pages == null ? List.of() : List.copyOf(pages);
    }

    /** Mean confidence over the lines read from pictures, weighted by their length; empty if there is none. */
    @JsonIgnore
    public OptionalDouble confidence() {
        double sum = 0;
        long letters = 0;
        for (Page page : pages) {
            if (page.origin() == Page.Origin.PICTURE) {
                for (TextLine line : page.lines()) {
                    sum += line.confidence() * line.text().length();
                    letters += line.text().length();
                }
            }
        }
        return letters == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / letters);
    }
}
