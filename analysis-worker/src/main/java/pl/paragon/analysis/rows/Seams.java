package pl.paragon.analysis.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.text.Likeness;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.RecognizedText;

/**
 * Joins the parts of a long receipt that was photographed in several pictures: rows shown both at the end of one
 * picture and at the beginning of the next are kept once.
 */
final class Seams {

    /** Fewer rows that look the same are repeated goods rather than a seam. */
    private static final int FEWEST_ROWS = 3;
    /** Rows at the edge of a picture, cut through or blurred, that are left out of the comparison. */
    private static final int RAGGED = 2;
    /** Two readings of one row are at least so alike. */
    private static final double ALIKE = 0.75;

    /**
     * A seam longer than this is not looked for: parts of one receipt share a strip, not most of it. Alignments of so
     * many rows are compared for each of the nine ways in which ragged edges may lie.
     */
    private static final int MOST_ROWS = 100;

    private final Checkpoint checkpoint;

    Seams(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    /**
     * How one part overlaps the next: the last {@code end} rows of the first and the first {@code begin} rows of the
     * second are dropped.
     */
    private record Overlap(int end, int begin, int rows) {}

    /** Two rows that were compared, by their indices. */
    private record Two(int before, int after) {}

    /**
     * The same rows with those of each seam only once; empty if no seam is found. Pages of a document with a text layer
     * have none.
     */
    Optional<Printout> closed(Printout printout, RecognizedText text) {
        List<Row> closed = new ArrayList<>();
        boolean found = false;
        for (Page page : text.pages()) {
            List<Row> next = printout.rows().stream()
                    .filter(row -> row.page() == page.number())
                    .toList();
            Optional<Overlap> overlap = page.origin() == Page.Origin.PICTURE ? overlap(closed, next) : Optional.empty();
            if (overlap.isPresent()) {
                found = true;
                closed = new ArrayList<>(closed.subList(0, closed.size() - overlap.get().end));
                next = next.subList(overlap.get().begin, next.size());
            }
            closed.addAll(next);
        }
        return found ? Optional.of(Printout.of(closed.stream().map(Row::pieces).toList())) : Optional.empty();
    }

    /** The longest one. */
    private Optional<Overlap> overlap(List<Row> before, List<Row> after) {
        Map<Two, Boolean> known = new HashMap<>();
        Overlap best = null;
        for (int end = 0; end <= RAGGED; end++) {
            for (int begin = 0; begin <= RAGGED; begin++) {
                int most = Math.min(MOST_ROWS, Math.min(before.size() - end, after.size() - begin));
                int least = best == null ? FEWEST_ROWS : best.rows + 1;
                for (int rows = most; rows >= least; rows--) {
                    if (alike(before, before.size() - end - rows, after, begin, rows, known)) {
                        best = new Overlap(end, begin + rows, rows);
                        break;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean alike(List<Row> before, int from, List<Row> after, int begin, int rows, Map<Two, Boolean> known) {
        for (int i = 0; i < rows; i++) {
            checkpoint.pass();
            Two two = new Two(from + i, begin + i);
            if (!known.computeIfAbsent(two, t -> alike(before.get(t.before), after.get(t.after)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean alike(Row one, Row other) {
        return Likeness.isAtLeast(ALIKE, letters(one), letters(other));
    }

    private static String letters(Row row) {
        return row.text().replace(" ", "");
    }
}
