package pl.paragon.analysis.picture;

import java.util.List;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;

/**
 * Texts of one page as they would be read where a part of the picture is missing: a line whose middle is behind the
 * edge is not read.
 */
public final class Cropped {

    private Cropped() {}

    /** Without the leftmost pixels. */
    public static RecognizedText fromLeft(RecognizedText text, int pixels) {
        Page page = text.pages().getFirst();
        return crop(text, pixels, 0, page.width() - pixels, page.height());
    }

    static RecognizedText toWidth(RecognizedText text, int width) {
        return crop(text, 0, 0, width, text.pages().getFirst().height());
    }

    static RecognizedText fromTop(RecognizedText text, int pixels) {
        Page page = text.pages().getFirst();
        return crop(text, 0, pixels, page.width(), page.height() - pixels);
    }

    static RecognizedText toHeight(RecognizedText text, int height) {
        return crop(text, 0, 0, text.pages().getFirst().width(), height);
    }

    private static RecognizedText crop(RecognizedText text, int x, int y, int width, int height) {
        List<TextLine> lines = text.pages().getFirst().lines().stream()
                .map(line -> moved(line, x, y))
                .filter(line -> isInside(line.quad(), width, height))
                .toList();
        return new RecognizedText(text.engine(), List.of(new Page(1, width, height, Page.Origin.PICTURE, lines)));
    }

    private static boolean isInside(Quad quad, int width, int height) {
        float x = (quad.x1() + quad.x3()) / 2;
        float y = (quad.y1() + quad.y3()) / 2;
        return x > 0 && y > 0 && x < width && y < height;
    }

    private static TextLine moved(TextLine line, int x, int y) {
        float[] corners = line.quad().toArray();
        for (int i = 0; i < corners.length; i += 2) {
            corners[i] -= x;
            corners[i + 1] -= y;
        }
        return new TextLine(
                Quad.of(corners), line.text(), line.confidence(), line.words(), line.symbols(), line.witnesses());
    }
}
