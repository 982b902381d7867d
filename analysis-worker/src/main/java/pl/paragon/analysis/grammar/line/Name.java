package pl.paragon.analysis.grammar.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.paragon.analysis.figure.Certainty;
import pl.paragon.analysis.figure.Letter;
import pl.paragon.analysis.figure.Mark;
import pl.paragon.analysis.rows.Piece;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.spelling.Glyph;
import pl.paragon.analysis.spelling.Lattice;
import pl.paragon.analysis.spelling.Spelling;

/**
 * The name of a line as printed: all its pieces, less specks of dirt that the reader took for characters.
 *
 * @param printed letter for letter
 * @param prefix a single letter before the name
 */
public record Name(String printed, Optional<Mark> prefix) {

    private static final double SPECK = 0.5;
    private static final Pattern PREFIX = Pattern.compile("^([A-Za-z0(]{1,2})[ _]+(?=.*\\p{L}{2})");
    private static final Pattern SUFFIX = Pattern.compile("[-_ ]([A-G])$");
    private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{4,13})[A-G]?$");

    public static Name of(Row row, int start, int end, Spelling spelling) {
        List<Glyph> glyphs = new ArrayList<>();
        Piece left = null;
        int at = 0;
        for (Piece piece : row.pieces()) {
            int stop = at + piece.text().length();
            int from = Math.max(at, start);
            int to = Math.min(stop, end);
            if (from < to && (piece.confidence() >= SPECK || stop > end)) {
                Cut cut = Cut.between(left, piece);
                List<Glyph> right = Lattice.of(piece, from - at, to - at);
                glyphs = new ArrayList<>(glyphs.subList(0, Math.max(0, glyphs.size() - cut.left())));
                glyphs.addAll(glyphs.isEmpty() ? List.of() : List.of(Lattice.SPACE));
                glyphs.addAll(right.subList(Math.min(cut.right(), right.size()), right.size()));
                left = piece;
            }
            at = stop + 1;
        }
        Matcher prefix = PREFIX.matcher(Lattice.read(glyphs).stripLeading());
        int column = prefix.find() ? prefix.end() : 0;
        String printed = Lattice.read(glyphs.subList(0, column)) + spelling.of(glyphs.subList(column, glyphs.size()));
        return new Name(printed.strip(), column > 0 ? Optional.of(prefix(row, prefix.group(1))) : Optional.empty());
    }

    private static Mark prefix(Row row, String read) {
        int first = row.text().length() - row.text().stripLeading().length();
        return new Mark(Character.toUpperCase(read.charAt(0)), Certainty.isSure(row, first));
    }

    public int letters() {
        return (int) printed.chars().filter(Character::isLetter).count();
    }

    /** Without the tax letter before or behind it, if it is the line's. */
    public String tidy(List<Letter> letters) {
        String tidy = printed.replaceAll("\\s+", " ");
        if (letters.isEmpty()) {
            return tidy;
        }
        char letter = letters.getFirst().letter();
        Matcher before = PREFIX.matcher(tidy);
        if (before.find() && Character.toUpperCase(before.group(1).charAt(0)) == letter) {
            tidy = tidy.substring(before.end());
        }
        Matcher behind = SUFFIX.matcher(tidy);
        if (behind.find() && behind.group(1).charAt(0) == letter && behind.start() > 2) {
            tidy = tidy.substring(0, behind.start());
        }
        return tidy.strip();
    }

    public String code() {
        Matcher code = CODE.matcher(printed);
        return code.find() && code.start() > 0 ? code.group(1) : null;
    }
}
