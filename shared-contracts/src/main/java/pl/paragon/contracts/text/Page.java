package pl.paragon.contracts.text;

import java.util.List;
import java.util.Objects;

/**
 * One page, or one picture, as displayed upright.
 *
 * @param number from 1
 * @param width pixels
 * @param height pixels
 * @param brightness of the brightest tenth of a picture, 0–255: paper in good light is above 150; {@code null} where
 *     nobody measured it, as of a text layer
 * @param lines from top to bottom, those of like height from left to right; after them, in its own such order, print
 *     that lies turned on the page, as its quads tell
 */
public record Page(int number, int width, int height, Origin origin, Integer brightness, List<TextLine> lines) {

    /** Where the text comes from. */
    public enum Origin {
        PICTURE,
        TEXT_LAYER
    }

    public Page {
        Objects.requireNonNull(origin, "a page needs its origin");
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** A page whose brightness nobody measured. */
    public Page(int number, int width, int height, Origin origin, List<TextLine> lines) {
        this(number, width, height, origin, null, lines);
    }

    /** The same page with these lines only. */
    public Page withLines(List<TextLine> lines) {
        return new Page(number, width, height, origin, brightness, lines);
    }
}
