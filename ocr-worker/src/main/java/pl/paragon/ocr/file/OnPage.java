package pl.paragon.ocr.file;

import java.util.List;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;

/** Where on its page lies what was read from a picture of a part of it. */
final class OnPage {

    private final double scaleX;
    private final double scaleY;
    private final Box region;

    private OnPage(Page part, Box region) {
        this.scaleX = (double) region.w() / part.width();
        this.scaleY = (double) region.h() / part.height();
        this.region = region;
    }

    /** @param region the part, in pixels of the page as displayed */
    static List<TextLine> lines(Page part, Box region) {
        OnPage place = new OnPage(part, region);
        return part.lines().stream().map(place::line).toList();
    }

    private TextLine line(TextLine line) {
        float[] corners = line.quad().toArray();
        for (int i = 0; i < corners.length; i += 2) {
            corners[i] = (float) (region.x() + corners[i] * scaleX);
            corners[i + 1] = (float) (region.y() + corners[i + 1] * scaleY);
        }
        List<Word> words = line.words().stream()
                .map(word -> new Word(word.text(), box(word.box()), word.confidence()))
                .toList();
        return new TextLine(Quad.of(corners), line.text(), line.confidence(), words, line.symbols(), line.witnesses());
    }

    private Box box(Box box) {
        return new Box(
                (int) Math.round(region.x() + box.x() * scaleX),
                (int) Math.round(region.y() + box.y() * scaleY),
                (int) Math.round(box.w() * scaleX),
                (int) Math.round(box.h() * scaleY));
    }
}
