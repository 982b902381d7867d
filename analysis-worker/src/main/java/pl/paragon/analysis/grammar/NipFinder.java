package pl.paragon.analysis.grammar;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.paragon.analysis.draft.Field;
import pl.paragon.analysis.draft.Trace;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.rows.Row;

/** Finds the seller's tax number: ten digits behind the word NIP whose check digit is right. A buyer's is not the seller's. */
final class NipFinder {

    private static final int[] WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};
    private static final Pattern WORD = Pattern.compile("(?<![a-z])(nip|n1p|nlp|n!p)(?![a-z])|\\bn\\.? ?i\\.? ?p\\b");
    private static final Pattern DIGITS = Pattern.compile("(?:[0-9OoIlSBZ][ -]{0,3}){9}[0-9OoIlSBZ]");
    private static final List<String> BUYERS = List.of("nabywc", "kupuj", "klient", "platnik");

    private NipFinder() {}

    static Field<String> find(List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Matcher word = WORD.matcher(Folding.fold(rows.get(i).text()));
            if (!word.find() || isBuyers(rows.get(i).text())) {
                continue;
            }
            Field<String> nip = in(rows.get(i), word.end());
            if (nip == null && i + 1 < rows.size()) {
                nip = in(rows.get(i + 1), 0);
            }
            if (nip != null) {
                return nip;
            }
        }
        return null;
    }

    private static boolean isBuyers(String text) {
        String folded = Folding.fold(text);
        return BUYERS.stream().anyMatch(folded::contains);
    }

    private static Field<String> in(Row row, int from) {
        Matcher digits = DIGITS.matcher(row.text());
        int at = from;
        while (at < row.text().length() && digits.find(at)) {
            String nip = plain(digits.group());
            if (isValid(nip)) {
                return Field.of(nip, Trace.of(row, digits.start(), digits.end()));
            }
            at = digits.start() + 1;
        }
        return null;
    }

    private static String plain(String text) {
        StringBuilder digits = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case 'O', 'o' -> digits.append('0');
                case 'I', 'l' -> digits.append('1');
                case 'S' -> digits.append('5');
                case 'B' -> digits.append('8');
                case 'Z' -> digits.append('2');
                case ' ', '-' -> {}
                default -> digits.append(c);
            }
        }
        return digits.toString();
    }

    static boolean isValid(String nip) {
        if (!nip.matches("\\d{10}") || nip.startsWith("000")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (nip.charAt(i) - '0');
        }
        return sum % 11 == nip.charAt(9) - '0';
    }
}
