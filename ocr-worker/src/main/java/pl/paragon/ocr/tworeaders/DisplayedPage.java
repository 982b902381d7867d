package pl.paragon.ocr.tworeaders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Candidate;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Witness;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.line.LineBox;
import pl.paragon.ocr.line.LineReading;
import pl.paragon.ocr.picture.Picture;

/**
 * Turns what was read in an upright picture into a page: boxes in pixels as displayed, lines in the order in which
 * people read.
 *
 * @param width of the picture as displayed
 * @param scale pixels as displayed for one decoded pixel
 * @param brightness of its brightest tenth, 0–255
 */
record DisplayedPage(int width, int height, double scale, int brightness) {

    static DisplayedPage of(Picture picture) {
        return new DisplayedPage(picture.width(), picture.height(), picture.scale(), picture.brightness());
    }

    Page page(int number, List<TextLine> lines) {
        return new Page(number, width, height, Page.Origin.PICTURE, brightness, inOrder(lines));
    }

    TextLine line(LineBox box, LineReading reading, List<Witness> witnesses) {
        Quad quad = quad(box);
        return new TextLine(
                quad, reading.text(), reading.confidence(), words(quad, reading), reading.symbols(), witnesses);
    }

    private Quad quad(LineBox box) {
        float[] corners = box.corners();
        for (int i = 0; i < corners.length; i++) {
            corners[i] = tenths(corners[i] * scale);
        }
        return Quad.of(corners);
    }

    private static float tenths(double value) {
        return Math.round(value * 10) / 10f;
    }

    /**
     * Words by the spaces of the most probable reading; a word begins and ends half a character from the middles of its
     * first and last.
     */
    private static List<Word> words(Quad quad, LineReading reading) {
        List<Symbol> shown = reading.symbols().stream()
                .filter(symbol -> !first(symbol).text().isEmpty())
                .toList();
        double half = 0.5 / Math.max(1, shown.size());
        List<Word> words = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= shown.size(); i++) {
            if (i == shown.size() || first(shown.get(i)).text().isBlank()) {
                if (i > begin) {
                    words.add(word(quad, shown.subList(begin, i), half));
                }
                begin = i + 1;
            }
        }
        return words;
    }

    private static Candidate first(Symbol symbol) {
        return symbol.candidates().getFirst();
    }

    private static Word word(Quad quad, List<Symbol> symbols, double half) {
        StringBuilder text = new StringBuilder();
        double sum = 0;
        for (Symbol symbol : symbols) {
            text.append(first(symbol).text());
            sum += first(symbol).p();
        }
        double from = Math.max(0, symbols.getFirst().at() - half);
        double to = Math.min(1, symbols.getLast().at() + half);
        return new Word(text.toString(), part(quad, from, to), Math.round(1000 * sum / symbols.size()) / 1000.0);
    }

    private static Box part(Quad q, double from, double to) {
        return new Quad(
                        between(q.x1(), q.x2(), from),
                        between(q.y1(), q.y2(), from),
                        between(q.x1(), q.x2(), to),
                        between(q.y1(), q.y2(), to),
                        between(q.x4(), q.x3(), to),
                        between(q.y4(), q.y3(), to),
                        between(q.x4(), q.x3(), from),
                        between(q.y4(), q.y3(), from))
                .bounds();
    }

    private static float between(float a, float b, double share) {
        return (float) (a + (b - a) * share);
    }

    /** From top to bottom; what stands in one row, by the slope of the page's long lines, from left to right. */
    private static List<TextLine> inOrder(List<TextLine> lines) {
        double slope = slope(lines);
        List<TextLine> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingDouble(line -> level(line, slope)));
        List<TextLine> ordered = new ArrayList<>();
        List<TextLine> row = new ArrayList<>();
        for (TextLine line : sorted) {
            if (!row.isEmpty()
                    && level(line, slope) - level(row.getFirst(), slope)
                            > Math.min(height(line), height(row.getFirst())) / 2) {
                endRow(row, ordered);
            }
            row.add(line);
        }
        endRow(row, ordered);
        return ordered;
    }

    private static void endRow(List<TextLine> row, List<TextLine> ordered) {
        row.sort(Comparator.comparingDouble(line -> line.quad().x1()));
        ordered.addAll(row);
        row.clear();
    }

    private static double slope(List<TextLine> lines) {
        double[] slopes = lines.stream()
                .filter(line -> length(line) > 4 * height(line))
                .mapToDouble(line -> (line.quad().y2() - line.quad().y1())
                        / Math.max(1, line.quad().x2() - line.quad().x1()))
                .sorted()
                .toArray();
        return slopes.length == 0 ? 0 : slopes[slopes.length / 2];
    }

    private static double level(TextLine line, double slope) {
        Quad q = line.quad();
        double x = (q.x1() + q.x2() + q.x3() + q.x4()) / 4.0;
        double y = (q.y1() + q.y2() + q.y3() + q.y4()) / 4.0;
        return y - slope * x;
    }

    private static double length(TextLine line) {
        return Math.hypot(
                line.quad().x2() - line.quad().x1(),
                line.quad().y2() - line.quad().y1());
    }

    private static double height(TextLine line) {
        return Math.hypot(
                line.quad().x4() - line.quad().x1(),
                line.quad().y4() - line.quad().y1());
    }
}
