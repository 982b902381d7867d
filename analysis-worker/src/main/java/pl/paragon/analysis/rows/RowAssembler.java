package pl.paragon.analysis.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.engine.TextLimits;
import pl.paragon.analysis.engine.TextTooLongException;
import pl.paragon.analysis.rows.RowJoiner.Pair;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;

/**
 * Puts pieces of print together to printed rows. First the page's tilt is taken out, then pieces are joined to their
 * neighbours along the local slope. The pairs found tell the slopes better than short boxes do, so it is done twice.
 */
public final class RowAssembler {

    /** A row is made of lines of limited length, but so many of them may stand side by side. */
    private static final int MOST_CHARACTERS_OF_A_ROW = TextLimits.MOST_CHARACTERS_OF_A_LINE;

    private final Checkpoint checkpoint;

    public RowAssembler(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    /** @throws TextTooLongException if more print stands side by side than any receipt has */
    public Printout assemble(RecognizedText text) {
        return printout(text.pages().stream()
                .flatMap(page -> assemble(page).stream())
                .map(Assembled::row)
                .toList());
    }

    /**
     * The same rows, numbered from the first one on.
     *
     * @throws TextTooLongException if more print stands side by side than any receipt has
     */
    public static Printout printout(List<Row> rows) {
        for (Row row : rows) {
            TextLimits.atMost(MOST_CHARACTERS_OF_A_ROW, row.text().length(), "characters in a row");
        }
        return Printout.of(rows.stream().map(Row::pieces).toList());
    }

    /**
     * A row with the lines that it is made of.
     *
     * @param row numbered in its page
     */
    public record Assembled(Row row, List<TextLine> lines) {}

    /** The rows of one page, however long they are. */
    public List<Assembled> assemble(Page page) {
        Map<Piece, TextLine> lineOf = new IdentityHashMap<>();
        List<Assembled> rows = new ArrayList<>();
        for (List<Piece> pieces : rowsOf(page, lineOf)) {
            Row row = Row.of(rows.size() + 1, pieces);
            rows.add(new Assembled(row, pieces.stream().map(lineOf::get).toList()));
        }
        return rows;
    }

    /**
     * The rows of each paper for itself if several lie side by side in a picture, from left to right; empty if there is
     * only one.
     */
    public List<Printout> papers(RecognizedText text) {
        return Papers.apart(text).stream().map(this::assemble).toList();
    }

    /**
     * The same rows with what is seen twice only once if parts of a receipt overlap; empty if no parts overlap.
     *
     * @param printout all rows of {@code text}
     */
    public Optional<Printout> withoutSeams(Printout printout, RecognizedText text) {
        return new Seams(checkpoint).closed(printout, text);
    }

    /** @param lineOf where it is noted of which line each piece was made */
    private List<List<Piece>> rowsOf(Page page, Map<Piece, TextLine> lineOf) {
        List<TextLine> lines =
                page.lines().stream().filter(line -> !line.text().isBlank()).toList();
        double tilt = tilt(lines);
        List<Piece> pieces = new ArrayList<>();
        for (TextLine line : lines) {
            pieces.add(Piece.of(page.number(), line, tilt));
            lineOf.put(pieces.getLast(), line);
        }
        if (pieces.isEmpty()) {
            return List.of();
        }
        double height = median(pieces.stream().map(Piece::height).toList());
        double width = pieces.stream().mapToDouble(Piece::right).max().orElse(1)
                - pieces.stream().mapToDouble(Piece::left).min().orElse(0);
        SlopeField boxes = new SlopeField(width / 5, 4 * height);
        pieces.stream()
                .filter(Piece::tellsSlope)
                .forEach(p -> boxes.add(p.x(), p.y(), p.slope(), p.width() * p.width()));
        SlopeField pairs = new SlopeField(width / 3, 4 * height);
        pieces.stream()
                .filter(Piece::tellsSlope)
                .forEach(p -> pairs.add(p.x(), p.y(), p.slope(), p.width() * p.width() / 4));
        RowJoiner joiner = new RowJoiner(pieces, checkpoint);
        for (Pair pair : joiner.join(slopes(pieces, boxes)).used()) {
            Piece left = pieces.get(pair.left());
            Piece right = pieces.get(pair.right());
            double dx = right.x() - left.x();
            pairs.add((left.x() + right.x()) / 2, left.y(), (right.y() - left.y()) / dx, dx * dx);
        }
        List<List<Piece>> rows = joiner.join(slopes(pieces, pairs)).rows();
        double middle = pieces.stream().mapToDouble(Piece::x).average().orElse(0);
        return rows.stream()
                .map(row -> new Placed(row, heightAt(row, middle, pairs)))
                .sorted(Comparator.comparingDouble(Placed::height))
                .map(Placed::row)
                .toList();
    }

    private record Placed(List<Piece> row, double height) {}

    private double[] slopes(List<Piece> pieces, SlopeField field) {
        return pieces.stream().mapToDouble(p -> slope(field, p)).toArray();
    }

    private double slope(SlopeField field, Piece piece) {
        checkpoint.pass();
        return field.at(piece.x(), piece.y());
    }

    private double heightAt(List<Piece> row, double x, SlopeField field) {
        checkpoint.pass();
        return row.stream()
                .mapToDouble(p -> p.y() + field.drop(p.x(), p.y(), x, p.y()))
                .average()
                .orElse(0);
    }

    /** The direction in which most of the print runs, in radians: a median weighted by width. */
    static double tilt(List<TextLine> lines) {
        record Run(double angle, double weight) {}
        List<Run> runs = new ArrayList<>();
        for (TextLine line : lines) {
            Piece piece = Piece.of(1, line, 0);
            if (piece.width() > 3 * piece.height()) {
                runs.add(new Run(Piece.angle(line), piece.width()));
            }
        }
        runs.sort(Comparator.comparingDouble(Run::angle));
        double half = runs.stream().mapToDouble(Run::weight).sum() / 2;
        for (Run run : runs) {
            half -= run.weight;
            if (half <= 0) {
                return run.angle;
            }
        }
        return 0;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
