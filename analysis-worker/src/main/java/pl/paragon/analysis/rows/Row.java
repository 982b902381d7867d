package pl.paragon.analysis.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pl.paragon.contracts.text.Box;

/**
 * One printed row: its pieces from left to right, joined by single spaces.
 *
 * @param number of the row in the text for people, from 1
 */
public record Row(int number, List<Piece> pieces, String text) {

    private static final double CLOSE = 1.3;

    public Row {
        pieces = List.copyOf(pieces);
    }

    public static Row of(int number, List<Piece> pieces) {
        return new Row(number, pieces, pieces.stream().map(Piece::text).collect(Collectors.joining(" ")));
    }

    public int page() {
        return pieces.getFirst().page();
    }

    /** The box around the pieces that hold the characters from {@code start} (inclusive) to {@code end} (exclusive). */
    public Box box(int start, int end) {
        Box box = null;
        for (Piece piece : between(start, end)) {
            box = box == null ? piece.box() : box.union(piece.box());
        }
        return box;
    }

    public Box box() {
        return box(0, text.length());
    }

    /** Mean of the pieces' confidences, weighted by their lengths. */
    public double confidence(int start, int end) {
        double sum = 0;
        int letters = 0;
        for (Piece piece : between(start, end)) {
            sum += piece.confidence() * piece.text().length();
            letters += piece.text().length();
        }
        return letters == 0 ? 0 : sum / letters;
    }

    /** The pieces that hold any of these characters; all of them if the range is empty. */
    public List<Piece> between(int start, int end) {
        List<Piece> found = new ArrayList<>();
        int at = 0;
        for (Piece piece : pieces) {
            int stop = at + piece.text().length();
            if (at < end && stop > start) {
                found.add(piece);
            }
            at = stop + 1;
        }
        return found.isEmpty() ? pieces : found;
    }

    /** The piece that holds the character at this index, or the one before it where that is the space between two. */
    public Piece pieceAt(int index) {
        int at = 0;
        for (Piece piece : pieces) {
            at += piece.text().length() + 1;
            if (index < at) {
                return piece;
            }
        }
        return pieces.getLast();
    }

    /**
     * Whether this row stands directly under the other one and begins where it does, as the rest of a long entry of a
     * table does.
     */
    public boolean continues(Row above) {
        Piece first = pieces.getFirst();
        Piece over = above.pieces.getFirst();
        boolean under = first.page() == over.page() && first.y() - over.y() < CLOSE * over.height();
        return under && Math.abs(first.left() - over.left()) < over.height();
    }

    /** Where the piece's text begins in the row's. */
    public int startOf(Piece wanted) {
        int at = 0;
        for (Piece piece : pieces) {
            if (piece == wanted) {
                return at;
            }
            at += piece.text().length() + 1;
        }
        throw new IllegalArgumentException("not a piece of this row");
    }
}
