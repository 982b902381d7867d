package pl.paragon.analysis.grammar.head;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.paragon.analysis.draft.Field;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.lexicon.Digits;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.analysis.store.StoreDirectory;
import pl.paragon.contracts.receipt.Nip;

/**
 * Finds the seller's tax number: ten digits with a right check digit behind the word NIP, or grouped as only tax
 * numbers are. A buyer's is not the seller's. A number with one or two misread digits is repaired where the chain that
 * the receipt names has just that number.
 */
public final class NipFinder {

    private static final Pattern WORD =
            Pattern.compile("(?<![a-z])(nip|n1p|nlp|n!p|mip|hip)(?![a-z])|(?<![a-z])n\\.? ?i\\.? ?p(?![a-z])");
    private static final Pattern DIGITS = Pattern.compile("(?:[0-9OoIlSBZ][ :.–—~-]{0,3}){9}[0-9OoIlSBZ]");
    private static final Pattern GROUPED =
            Pattern.compile("(?<![\\d-])(?:\\d{3}-\\d{3}-\\d{2}-\\d{2}|\\d{3}-\\d{2}-\\d{2}-\\d{3})(?![\\d-])");
    private static final List<String> BUYERS = List.of("nabywc", "kupuj", "klient", "platnik");
    private static final int MOST_MISREAD = 2;
    private static final int FEW_DIGITS = 5;

    private final StoreDirectory stores;

    public NipFinder(StoreDirectory stores) {
        this.stores = stores;
    }

    public Field<String> find(List<Row> rows, Checkpoint checkpoint) {
        List<Field<String>> unsound = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            checkpoint.pass();
            Matcher word = WORD.matcher(Folding.fold(rows.get(i).text()));
            if (!word.find() || isBuyers(rows.get(i).text())) {
                continue;
            }
            Field<String> nip = in(rows.get(i), word.end(), unsound);
            if (nip == null && i + 1 < rows.size() && standsBelow(rows.get(i), word.end())) {
                nip = in(rows.get(i + 1), 0, unsound);
            }
            if (nip != null) {
                return nip;
            }
        }
        Field<String> grouped = grouped(rows);
        return grouped != null ? grouped : repaired(rows, unsound);
    }

    /**
     * If digits follow the word, the number was there but illegible; a number on the next row is another one, even if
     * its check digit happens to be right.
     */
    private static boolean standsBelow(Row row, int wordEnd) {
        return row.text().substring(wordEnd).chars().filter(Digits::isDigit).count() < FEW_DIGITS;
    }

    private static boolean isBuyers(String text) {
        String folded = Folding.fold(text);
        return BUYERS.stream().anyMatch(folded::contains);
    }

    private static Field<String> in(Row row, int from, List<Field<String>> unsound) {
        Matcher digits = DIGITS.matcher(row.text());
        int at = from;
        while (at < row.text().length() && digits.find(at)) {
            String nip = plain(digits.group());
            Field<String> found = Field.of(nip, Trace.of(row, digits.start(), digits.end()));
            if (Nip.isValid(nip)) {
                return found;
            }
            unsound.add(found);
            at = digits.start() + 1;
        }
        return null;
    }

    private static Field<String> grouped(List<Row> rows) {
        for (Row row : rows) {
            Matcher matcher = GROUPED.matcher(row.text());
            while (!isBuyers(row.text()) && matcher.find()) {
                String nip = plain(matcher.group());
                if (Nip.isValid(nip)) {
                    return Field.of(nip, Trace.of(row, matcher.start(), matcher.end()));
                }
            }
        }
        return null;
    }

    private Field<String> repaired(List<Row> rows, List<Field<String>> unsound) {
        List<String> known = stores.nipsOfNamed(rows.stream().map(Row::text).toList());
        for (Field<String> field : unsound) {
            for (String nip : known) {
                boolean polish = nip.length() == field.value().length(); // chains from abroad have other numbers, too
                if (polish && misread(nip, field.value()) <= MOST_MISREAD) {
                    return new Field<>(
                            nip, field.trace(), "check digit, and the tax number of the chain that is named");
                }
            }
        }
        return null;
    }

    private static int misread(String nip, String read) {
        int misread = 0;
        for (int i = 0; i < nip.length(); i++) {
            misread += nip.charAt(i) == read.charAt(i) ? 0 : 1;
        }
        return misread;
    }

    private static String plain(String text) {
        StringBuilder digits = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (Digits.isDigit(c)) {
                digits.append(c);
            } else if (Digits.meant(c) != 0) {
                digits.append(Digits.meant(c));
            }
        }
        return digits.toString();
    }
}
