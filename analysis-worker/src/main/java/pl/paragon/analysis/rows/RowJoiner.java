package pl.paragon.analysis.rows;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.engine.TextLimits;

/**
 * Joins pieces to rows, the surest pairs first. Two rows that cannot be joined, because two of their pieces stand above
 * each other, never can be however they grow; that is remembered, so any two pieces are compared only once.
 */
final class RowJoiner {

    /** Two pieces belong to one row when they miss each other by less than this part of the lower one's height. */
    private static final double NEAR = 0.55;

    /** Pieces of one row may overlap sideways by this part of the narrower one: boxes are drawn generously. */
    private static final double OVERLAP = 0.4;

    /** Print larger than its neighbours (a bold total) still shares their row. */
    private static final double LARGER = 1.6;

    /** Of two neighbours that fit alike the nearer one is taken: cost of a gap as wide as the print is high. */
    private static final double NEARER = 0.02;

    /** Rows of a dozen words make some 66 pairs each. */
    private static final int MOST_PAIRS = 100_000;

    /** Two pieces by their indices, and how badly they miss each other. */
    record Pair(int left, int right, double cost) {}

    /** @param used the pairs that joined rows */
    record Joined(List<List<Piece>> rows, List<Pair> used) {}

    private final List<Piece> pieces;
    private final Checkpoint checkpoint;

    RowJoiner(List<Piece> pieces, Checkpoint checkpoint) {
        this.pieces = pieces;
        this.checkpoint = checkpoint;
    }

    /** @param slopes of the print at each piece */
    Joined join(double[] slopes) {
        return join(pairs(slopes));
    }

    private List<Pair> pairs(double[] slopes) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            checkpoint.pass();
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
            TextLimits.atMost(MOST_PAIRS, pairs.size(), "pieces of print beside each other");
        }
        pairs.sort(Comparator.comparingDouble(Pair::cost));
        return pairs;
    }

    private static boolean overlap(Piece a, Piece b) {
        double shared = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
        return shared > OVERLAP * Math.min(a.width(), b.width());
    }

    private Joined join(List<Pair> pairs) {
        Rows rows = new Rows();
        List<Pair> used = new ArrayList<>();
        for (Pair pair : pairs) {
            checkpoint.pass();
            if (rows.join(pair.left, pair.right)) {
                used.add(pair);
            }
        }
        return new Joined(rows.inOrder(), used);
    }

    /** The rows so far, each known by the index of one of its pieces. */
    private final class Rows {

        private final int[] rowOf = new int[pieces.size()];
        private final List<List<Piece>> rows = new ArrayList<>();
        private final List<BitSet> apart = new ArrayList<>();

        Rows() {
            for (int i = 0; i < pieces.size(); i++) {
                rowOf[i] = i;
                rows.add(new ArrayList<>(List.of(pieces.get(i))));
                apart.add(new BitSet());
            }
        }

        /** Whether the two pieces' rows became one by this. */
        boolean join(int left, int right) {
            int a = rowOf[left];
            int b = rowOf[right];
            if (a == b || apart.get(a).get(b)) {
                return false;
            }
            if (overlap(rows.get(a), rows.get(b))) {
                apart.get(a).set(b);
                apart.get(b).set(a);
                return false;
            }
            rows.get(a).addAll(rows.get(b));
            rows.get(b).clear();
            apart.get(b).stream().forEach(other -> apart.get(other).set(a));
            apart.get(a).or(apart.get(b));
            for (int i = 0; i < rowOf.length; i++) {
                rowOf[i] = rowOf[i] == b ? a : rowOf[i];
            }
            return true;
        }

        private boolean overlap(List<Piece> a, List<Piece> b) {
            return a.stream().anyMatch(p -> {
                checkpoint.pass();
                return b.stream().anyMatch(q -> RowJoiner.overlap(p, q));
            });
        }

        List<List<Piece>> inOrder() {
            List<List<Piece>> found = new ArrayList<>(rows);
            found.removeIf(List::isEmpty);
            found.forEach(row -> row.sort(Comparator.comparingDouble(Piece::left)));
            return found;
        }
    }
}
