package pl.paragon.analysis.grammar.division;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;

/**
 * The words of a line with their places. A reader may take what stands on two papers for one line; it can be cut apart
 * between its words.
 */
record Words(TextLine line, List<Placed> words) {

    private static final Pattern WORD = Pattern.compile("\\S+");

    /**
     * @param start of it in the line's text
     * @param end after it
     * @param from where it begins along the line, 0 (left end) to 1 (right end)
     * @param to where it ends
     */
    record Placed(int start, int end, double from, double to) {}

    static Words of(TextLine line) {
        List<Placed> words = new ArrayList<>();
        List<Word> boxes = boxes(line);
        double length = Math.max(1, line.text().length());
        double left = line.quad().x1();
        double width = Math.max(1, line.quad().x2() - line.quad().x1());
        Matcher word = WORD.matcher(line.text());
        while (word.find()) {
            if (boxes.isEmpty()) {
                words.add(new Placed(word.start(), word.end(), word.start() / length, word.end() / length));
            } else {
                var box = boxes.get(words.size()).box();
                words.add(new Placed(
                        word.start(),
                        word.end(),
                        share((box.x() - left) / width),
                        share((box.x() + box.w() - left) / width)));
            }
        }
        return new Words(line, List.copyOf(words));
    }

    private static double share(double value) {
        return Math.clamp(value, 0, 1);
    }

    /** The reader's words if they are those of the text, otherwise none. */
    private static List<Word> boxes(TextLine line) {
        String joined = line.words().stream().map(Word::text).collect(Collectors.joining(" "));
        boolean told = joined.equals(line.text())
                && WORD.matcher(joined).results().count() == line.words().size();
        return told ? line.words() : List.of();
    }

    /** The part of the line that a word takes. */
    Quad quad(Placed word) {
        return part(word.from, word.to);
    }

    /** The line with some of its words only, from the one at index {@code first} up to the one before {@code end}. */
    TextLine only(int first, int end) {
        int start = words.get(first).start;
        int stop = words.get(end - 1).end;
        double from = words.get(first).from;
        double to = words.get(end - 1).to;
        boolean placed = !boxes(line).isEmpty();
        // What a witness saw on the whole line says nothing of a part of it.
        return new TextLine(
                part(from, to),
                line.text().substring(start, stop),
                line.confidence(),
                placed ? line.words().subList(first, end) : List.of(),
                symbols(start, stop, from, to),
                List.of());
    }

    /** A symbol that the reader may have passed over stands before the character that follows it. */
    private List<Symbol> symbols(int start, int stop, double from, double to) {
        List<Symbol> kept = new ArrayList<>();
        int at = 0;
        for (Symbol symbol : line.symbols()) {
            boolean passedOver = symbol.candidates().getFirst().text().isEmpty();
            if (at >= start && at < stop) {
                kept.add(new Symbol(share((symbol.at() - from) / Math.max(1e-6, to - from)), symbol.candidates()));
            }
            at += passedOver ? 0 : 1;
        }
        return at == line.text().length() ? kept : List.of();
    }

    private Quad part(double from, double to) {
        Quad q = line.quad();
        return new Quad(
                between(q.x1(), q.x2(), from),
                between(q.y1(), q.y2(), from),
                between(q.x1(), q.x2(), to),
                between(q.y1(), q.y2(), to),
                between(q.x4(), q.x3(), to),
                between(q.y4(), q.y3(), to),
                between(q.x4(), q.x3(), from),
                between(q.y4(), q.y3(), from));
    }

    private static float between(float a, float b, double share) {
        return (float) (a + (b - a) * share);
    }
}
