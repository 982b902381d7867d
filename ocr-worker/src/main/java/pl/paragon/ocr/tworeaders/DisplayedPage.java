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
        return new Page(number, width, height, Page.Origin.PICTURE, brightness, lines);
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

    /**
     * From top to bottom; what stands in one row, by the slope of the long lines, from left to right.
     *
     * @param degrees in which direction the lines run
     */
    List<TextLine> inOrder(List<TextLine> lines, int degrees) {
        List<Upright> upright =
                lines.stream().map(line -> new Upright(line, degrees)).toList();
        double slope = slope(upright);
        List<Upright> sorted = new ArrayList<>(upright);
        sorted.sort(Comparator.comparingDouble(line -> line.level(slope)));
        List<TextLine> ordered = new ArrayList<>();
        List<Upright> row = new ArrayList<>();
        for (Upright line : sorted) {
            if (!row.isEmpty()
                    && line.level(slope) - row.getFirst().level(slope)
                            > Math.min(line.height(), row.getFirst().height()) / 2) {
                endRow(row, ordered);
            }
            row.add(line);
        }
        endRow(row, ordered);
        return ordered;
    }

    private static void endRow(List<Upright> row, List<TextLine> ordered) {
        row.sort(Comparator.comparingDouble(line -> line.quad.x1()));
        row.forEach(line -> ordered.add(line.line));
        row.clear();
    }

    private static double slope(List<Upright> lines) {
        double[] slopes = lines.stream()
                .filter(line -> line.length() > 4 * line.height())
                .mapToDouble(line -> (line.quad.y2() - line.quad.y1()) / Math.max(1, line.quad.x2() - line.quad.x1()))
                .sorted()
                .toArray();
        return slopes.length == 0 ? 0 : slopes[slopes.length / 2];
    }

    /** @param quad where the line would stand if the page were turned so that it runs to the right */
    private record Upright(TextLine line, Quad quad) {

        Upright(TextLine line, int degrees) {
            this(line, turned(line.quad(), degrees));
        }

        private static Quad turned(Quad quad, int degrees) {
            float[] corners = quad.toArray();
            for (int turned = 0; turned < degrees; turned += 90) {
                for (int i = 0; i < corners.length; i += 2) {
                    float x = corners[i];
                    corners[i] = corners[i + 1];
                    corners[i + 1] = -x;
                }
            }
            return Quad.of(corners);
        }

        double level(double slope) {
            double x = (quad.x1() + quad.x2() + quad.x3() + quad.x4()) / 4.0;
            double y = (quad.y1() + quad.y2() + quad.y3() + quad.y4()) / 4.0;
            return y - slope * x;
        }

        double length() {
            return Math.hypot(quad.x2() - quad.x1(), quad.y2() - quad.y1());
        }

        double height() {
            return Math.hypot(quad.x4() - quad.x1(), quad.y4() - quad.y1());
        }
    }
}
