package pl.paragon.analysis.grammar.division;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Label;
import pl.paragon.analysis.lexicon.SaidOfAmount;
import pl.paragon.analysis.lexicon.SaidOfAmount.Role;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;

/** Finds what rows tell, in Polish and in the words of other countries. */
final class Signs {

    private static final String TITLE = "paragonfiskalny";
    private static final Pattern NOT_THE_TITLE =
            Pattern.compile("nie ?fiskaln|nie jest|nie stanowi|zachowaj|dolacz|kopi");
    private static final Pattern HEADING = Pattern.compile(
            "^\\W*(?:podsumowanie zakupow|e-?paragon|(?:gst |simplified )*(?:tax )?invoice\\b(?! ?(?:no|num|#|:))"
                    + "|(?:cash |official |sales )?receipt\\W*$|cash bill|rechnung\\b|kassenbon|kassenbeleg)");
    private static final Pattern TAX_NUMBER = Pattern.compile(
            "(?<![a-z])(?:nip|n\\.i\\.p)(?![a-z])|\\bgst ?(?:id|reg|no)|\\bust-?id|\\buid\\b|\\bsteuer-?nr"
                    + "|\\bst-?nr\\b|\\bvat ?(?:reg|no|id)");
    private static final int TAX_NUMBER_DIGITS = 8;
    private static final Pattern BUYER = Pattern.compile("nabywc|kupuj|klient|platnik");
    private static final Pattern COMPANY = Pattern.compile(
            "\\bsp\\.? ?z\\.? ?o\\.? ?o|\\bs\\. ?a\\.|\\bsp\\.? ?k\\.|\\bsdn\\.? ?bh?d\\b|\\bgmbh\\b|\\bltd\\b"
                    + "|\\bohg\\b|\\be\\. ?k\\.");
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![-\\d])\\d{2}-\\d{3}(?![-\\d])|\\bul[.:]|\\baleja\\b|\\bal\\. ?[a-z]|\\bos\\. ?[a-z]"
                    + "|stra(?:ss|ß)e\\b|str\\. ?\\d|\\bjalan\\b|\\bjln\\b");
    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)(?:20\\d\\d[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./](?:20)?\\d\\d)(?![\\d,])");
    private static final Pattern SLIP =
            Pattern.compile("terminal|autoryz|approval|\\baid\\b|\\b[mt]id\\b|potwierdzenie|pin zgodny|kundenbeleg"
                    + "|\\bta-nr|cardholder|contactless|zblizeniow|eservice|polskie platnosci|polcard|elavon");
    private static final Pattern OF_A_TERMINAL = Pattern.compile("^\\W*sprzedaz\\W*(?:pln|zl)?[^a-z]*(?:pln|zl)?\\W*$");
    private static final Pattern FAREWELL =
            Pattern.compile("dziekuj|zaprasz|do zobaczenia|reklamac|zachowaj|kasjer|nr sys|nr trans|numer trans"
                    + "|thank|vielen dank|please come|^\\W*#|#\\d");
    private static final Pattern NEXT_PAGE =
            Pattern.compile("\\b(?:str(?:ona)?|page|seite)[.:]? ?(?:[2-9]|[1-9]\\d)\\b");
    /** Sums of a page, of points and of savings are no totals. */
    private static final Pattern OTHER_SUM = Pattern.compile("stron|przenies|ubertrag|carried|punkt|oszczedn|zaoszcz");

    private static final Pattern DIGITS = Pattern.compile("(?<![\\d.,:-])(\\d{1,4}) (\\d{2})$");
    private static final int FEW_LETTERS = 3;

    private final SaidOfAmount said = new SaidOfAmount();

    /** @param total in grosze, or {@code null} */
    record Told(Set<Sign> signs, Long total) {}

    /**
     * @param below the row below, which may have the amount of this one's words; {@code null} if there is none
     * @param polish whether the words are
     */
    Told of(Line line, Line below, boolean polish) {
        Told told = of(line, polish);
        boolean torn = line.is(Label.TOTAL) && line.amounts() == 0 && !isOtherSum(line);
        Long total = torn ? torn(line, below) : null;
        if (total == null) {
            return told;
        }
        told.signs.add(Sign.TOTAL);
        return new Told(told.signs, total);
    }

    /** The amount of a total that lost its comma or slipped into the next row, in grosze; {@code null} if none did. */
    private static Long torn(Line line, Line below) {
        Matcher digits = DIGITS.matcher(line.text());
        if (digits.find()) {
            return Long.valueOf(digits.group(1) + digits.group(2));
        }
        boolean alone = below != null && below.label() == null && below.amounts() == 1;
        return alone && below.letters() <= FEW_LETTERS
                ? (Long) below.lastAmount().grosze()
                : null;
    }

    private static boolean isOtherSum(Line line) {
        return OTHER_SUM.matcher(Folding.fold(line.text())).find();
    }

    private Told of(Line line, boolean polish) {
        String text = Folding.fold(line.text());
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        ofWords(line, text, signs);
        boolean named = polish ? polish(line, text, signs) : foreign(line, text, signs);
        if (!named && line.amounts() > 0) {
            goods(line, signs, polish);
        }
        return new Told(
                signs, signs.contains(Sign.TOTAL) ? (Long) line.lastAmount().grosze() : null);
    }

    private static void ofWords(Line line, String text, Set<Sign> signs) {
        String letters = Folding.letters(text).replaceAll("\\d", "");
        boolean title = line.is(Label.FISCAL_TITLE) || letters.startsWith(TITLE) || letters.equals("paragon");
        add(signs, Sign.TITLE, title && !NOT_THE_TITLE.matcher(text).find());
        Matcher number = TAX_NUMBER.matcher(text);
        if (number.find() && !BUYER.matcher(text).find()) {
            long digits = text.substring(number.end())
                    .chars()
                    .filter(Character::isDigit)
                    .count();
            add(signs, Sign.TAX_NUMBER, digits >= TAX_NUMBER_DIGITS);
        }
        add(signs, Sign.HEADING, HEADING.matcher(text).find());
        add(signs, Sign.COMPANY, COMPANY.matcher(text).find());
        add(signs, Sign.ADDRESS, ADDRESS.matcher(text).find());
        add(signs, Sign.DATE, DATE.matcher(text).find());
        add(signs, Sign.SLIP, SLIP.matcher(text).find());
        add(signs, Sign.FAREWELL, FAREWELL.matcher(text).find());
        add(signs, Sign.NEXT_PAGE, NEXT_PAGE.matcher(text).find());
    }

    private static void add(Set<Sign> signs, Sign sign, boolean told) {
        if (told) {
            signs.add(sign);
        }
    }

    /** Whether known words explain the row's amounts. */
    private static boolean polish(Line line, String text, Set<Sign> signs) {
        if (line.label() == null) {
            return false;
        }
        boolean amount = line.amounts() > 0;
        switch (line.label()) {
            case TOTAL, DUE -> add(signs, Sign.TOTAL, amount && !isOtherSum(line));
            case VAT_GROSS -> add(signs, Sign.TAX, !OF_A_TERMINAL.matcher(text).find());
            case VAT_TABLE, VAT_TOTAL -> signs.add(Sign.TAX);
            case VAT_TAX -> add(signs, Sign.TAX, text.contains("%") || amount && text.contains("ptu"));
            case PAYMENT, PAID, CHANGE -> add(signs, Sign.PAYMENT, amount);
            case FISCAL_TITLE,
                    NON_FISCAL,
                    COLUMNS,
                    SUBTOTAL,
                    DISCOUNT,
                    DISCOUNTS,
                    INFORMATION,
                    VOID,
                    DEPOSIT_HEAD,
                    DEPOSIT_RETURN_HEAD,
                    DEPOSIT,
                    DEPOSIT_TOTAL,
                    PAYMENT_HEAD -> {}
        }
        return true;
    }

    private boolean foreign(Line line, String text, Set<Sign> signs) {
        Token amount = line.lastAmount();
        SaidOfAmount.Said words = said.of(amount == null ? text : text.substring(0, amount.start()));
        if (words == null) {
            return false;
        }
        Role role = words.role();
        add(signs, Sign.TOTAL, role == Role.TOTAL && amount != null && words.weight() >= 2);
        add(signs, Sign.TAX, role == Role.TAX || role == Role.TABLE);
        add(signs, Sign.PAYMENT, (role == Role.PAID || role == Role.CHANGE) && amount != null);
        return true;
    }

    /** Tax tables of other countries have rows without words; so rows with a rate are no goods there. */
    private static void goods(Line line, Set<Sign> signs, boolean polish) {
        boolean product = line.tokens().stream().anyMatch(token -> token.is(Kind.TIMES));
        if (!polish && line.text().contains("%") && line.letters() <= FEW_LETTERS) {
            signs.add(Sign.TAX);
            return;
        }
        if (signs.contains(Sign.SLIP) || signs.contains(Sign.DATE) || signs.contains(Sign.ADDRESS)) {
            return;
        }
        add(signs, Sign.PRODUCT, product);
        signs.add(Sign.GOODS);
    }
}
