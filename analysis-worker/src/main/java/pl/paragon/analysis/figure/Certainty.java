package pl.paragon.analysis.figure;

import java.util.List;
import java.util.TreeMap;
import pl.paragon.analysis.lexicon.Digits;
import pl.paragon.analysis.rows.Piece;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.spelling.Alignment;
import pl.paragon.contracts.text.Candidate;

/**
 * What the picture leaves open about a character: the only ground on which an equation may take it for another one.
 *
 * <p>Both limits are measured (docs/adr/0017). Of the digits that the reader got wrong in pictures that were spoilt on
 * purpose, 19 in 20 lie below one of them; of all digits in clear pictures 1 in 400 does.
 */
public final class Certainty {

    /** A character that the reader holds less probable may be any other. */
    private static final double SURE = 0.9;

    /** The mean of a piece's characters below which it counts as damaged: none of its characters is certain. */
    private static final double DAMAGED = 0.9;

    /** What only a witness saw is about e² times less probable than what the first reader was sure of. */
    private static final double WITNESSED = 2;

    private static final double LEAST_PROBABLE = 1e-4;

    private Certainty() {}

    /** Whether the character at this index of the row was read with certainty, whatever else a reader offers for it. */
    public static boolean isSure(Row row, int index) {
        Piece piece = row.pieceAt(index);
        int at = index - row.startOf(piece);
        boolean inside = at >= 0 && at < piece.text().length();
        return inside && piece.confidence() >= DAMAGED && piece.probability(at) >= SURE;
    }

    /** Whether all digits of this part of the row are sure, and none may have been passed over. */
    public static boolean isSure(Row row, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Digits.isDigit(row.text().charAt(i)) && !isSure(row, i)) {
                return false;
            }
        }
        Piece piece = row.pieceAt(start);
        int offset = row.startOf(piece);
        return piece.missed().stream()
                .mapToInt(missed -> missed.before() + offset)
                .noneMatch(at -> at >= start && at <= end);
    }

    /** The digits that the readers offer for the character at this index, with what each costs. */
    static TreeMap<Character, Double> offered(Row row, int index) {
        TreeMap<Character, Double> offered = new TreeMap<>();
        Piece piece = row.pieceAt(index);
        int at = index - row.startOf(piece);
        if (at < 0 || at >= piece.symbols().size()) {
            return offered;
        }
        List<Candidate> candidates = piece.symbols().get(at).candidates();
        double top = Math.max(LEAST_PROBABLE, candidates.getFirst().p());
        for (Candidate candidate : candidates) {
            Digits.in(candidate.text())
                    .ifPresent(digit -> offered.merge(digit, Math.max(0, cost(top, candidate)), Math::min));
        }
        for (String second : piece.seconds()) {
            char seen = Alignment.of(piece.text(), second).charAt(at);
            Digits.in(String.valueOf(seen)).ifPresent(digit -> offered.merge(digit, WITNESSED, Math::min));
        }
        return offered;
    }

    /** What it costs that nothing stands where the character at this index was read; infinite if no reader says so. */
    static double costOfNothing(Row row, int index) {
        Piece piece = row.pieceAt(index);
        int at = index - row.startOf(piece);
        if (at < 0 || at >= piece.symbols().size()) {
            return Double.POSITIVE_INFINITY;
        }
        List<Candidate> candidates = piece.symbols().get(at).candidates();
        double top = Math.max(LEAST_PROBABLE, candidates.getFirst().p());
        return candidates.stream()
                .filter(candidate -> candidate.text().isEmpty())
                .mapToDouble(candidate -> cost(top, candidate))
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    static double cost(double top, Candidate candidate) {
        return Math.log(top / Math.max(LEAST_PROBABLE, candidate.p()));
    }
}
