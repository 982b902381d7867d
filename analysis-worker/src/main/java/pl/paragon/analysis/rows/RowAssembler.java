package pl.paragon.analysis.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;

/**
 * Puts pieces of print together to printed rows. First the page's tilt is taken out, then pieces are joined to their neighbours along the local slope, the surest pairs first.
 * The pairs found tell the slopes better than short boxes do, so it is done twice.
 */
public final class RowAssembler {

    /** Two pieces belong to one row when they miss each other by less than this part of the lower one's height. */
    private static final double NEAR = 0.55;

    /** Pieces of one row may overlap sideways by this part of the narrower one: boxes are drawn generously. */
    private static final double OVERLAP = 0.4;

    /** Print larger than its neighbours (a bold total) still shares their row. */
    private static final double LARGER = 1.6;

    /** Of two neighbours that fit alike the nearer one is taken: cost of a gap as wide as the print is high. */
    private static final double NEARER = 0.02;

    /** Two pieces by their indices, and how badly they miss each other. */
    private record Pair(int left, int right, double cost) {}

    public Printout assemble(RecognizedText text) {
        List<List<Piece>> rows = new ArrayList<>();
        for (Page page : text.pages()) {
            rows.addAll(rowsOf(page));
        }
        return Printout.of(rows);
    }

    /** The rows of each paper for itself where several lie side by side in a picture, from left to right; empty where there is but one. */
    public List<Printout> papers(RecognizedText text) {
        return Papers.apart(text).stream().map(this::assemble).toList();
    }

    /**
     * The same rows where parts of a receipt overlap, with what is seen twice only once; empty where no parts overlap.
     *
     * @param printout all rows of {@code text}
     */
    public Optional<Printout> withoutSeams(Printout printout, RecognizedText text) {
        return Seams.closed(printout, text);
    }

    private List<List<Piece>> rowsOf(Page page) {
        List<TextLine> lines =
                page.lines().stream().filter(line -> !line.text().isBlank()).toList();
        double tilt = tilt(lines);
        List<Piece> pieces =
                lines.stream().map(line -> Piece.of(page.number(), line, tilt)).toList();
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
        for (Pair pair : join(pieces, pairs(pieces, slopes(pieces, boxes))).used) {
            Piece left = pieces.get(pair.left);
            Piece right = pieces.get(pair.right);
            double dx = right.x() - left.x();
            pairs.add((left.x() + right.x()) / 2, left.y(), (right.y() - left.y()) / dx, dx * dx);
        }
        Joined joined = join(pieces, pairs(pieces, slopes(pieces, pairs)));
        double middle = pieces.stream().mapToDouble(Piece::x).average().orElse(0);
        return joined.rows.stream()
                .sorted(Comparator.comparingDouble(row -> heightAt(row, middle, pairs)))
                .toList();
    }

    private static double[] slopes(List<Piece> pieces, SlopeField field) {
        return pieces.stream().mapToDouble(p -> field.at(p.x(), p.y())).toArray();
    }

    private static double heightAt(List<Piece> row, double x, SlopeField field) {
        return row.stream()
                .mapToDouble(p -> p.y() + field.drop(p.x(), p.y(), x, p.y()))
                .average()
                .orElse(0);
    }

    private static List<Pair> pairs(List<Piece> pieces, double[] slopes) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            for (int k = 0; k < pieces.size(); k++) {
                Piece left = pieces.get(i);
                Piece right = pieces.get(k);
                if (i == k || right.x() <= left.x() || overlap(left, right)) {
                    continue;
                }
                double low = Math.min(left.height(), right.height());
                double high = Math.max(left.height(), right.height());
                double reach = Math.max(low, Math.min(high / LARGER, low * LARGER));
                double drop = (right.x() - left.x()) * (slopes[i] + slopes[k]) / 2;
                double cost = Math.abs(right.y() - left.y() - drop) / reach;
                if (cost < NEAR) {
                    double gap = Math.max(0, right.left() - left.right());
                    pairs.add(new Pair(i, k, cost + NEARER * gap / reach));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::cost));
        return pairs;
    }

    private static boolean overlap(Piece a, Piece b) {
        double shared = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
        return shared > OVERLAP * Math.min(a.width(), b.width());
    }

    private record Joined(List<List<Piece>> rows, List<Pair> used) {}

    /** The surest pairs first; a pair is passed over where it would put two pieces above each other into one row. */
    private static Joined join(List<Piece> pieces, List<Pair> pairs) {
        List<List<Piece>> rowOf = new ArrayList<>();
        for (Piece piece : pieces) {
            rowOf.add(new ArrayList<>(List.of(piece)));
        }
        List<Pair> used = new ArrayList<>();
        for (Pair pair : pairs) {
            List<Piece> a = rowOf.get(pair.left);
            List<Piece> b = rowOf.get(pair.right);
            if (a == b || a.stream().anyMatch(p -> b.stream().anyMatch(q -> overlap(p, q)))) {
                continue;
            }
            a.addAll(b);
            rowOf.replaceAll(row -> row == b ? a : row);
            used.add(pair);
        }
        Set<List<Piece>> rows = Collections.newSetFromMap(new IdentityHashMap<>());
        rows.addAll(rowOf);
        rows.forEach(row -> row.sort(Comparator.comparingDouble(Piece::left)));
        return new Joined(List.copyOf(rows), used);
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
