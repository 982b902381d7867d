package pl.paragon.analysis.model.grounding;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.paragon.analysis.lexicon.Label;
import pl.paragon.analysis.lexicon.Lexer;
import pl.paragon.analysis.lexicon.Lexicon;
import pl.paragon.analysis.lexicon.SaidOfAmount;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.rows.Row;

/**
 * What the printed words say about a row's amounts; a model's answer is compared with it. A role that the words
 * contradict is refused; one on which they are silent is an open question, with which nothing is proved.
 */
final class RowWords {

    private static final Lexicon LEXICON = new Lexicon();
    private static final SaidOfAmount FOREIGN = new SaidOfAmount();
    private static final Set<Label> NO_GOODS = EnumSet.of(
            Label.TOTAL,
            Label.SUBTOTAL,
            Label.DUE,
            Label.VAT_GROSS,
            Label.VAT_TAX,
            Label.VAT_TOTAL,
            Label.VAT_TABLE,
            Label.DISCOUNTS,
            Label.INFORMATION,
            Label.DEPOSIT_TOTAL,
            Label.PAYMENT,
            Label.PAID,
            Label.CHANGE);

    /** How a row's words stand to what a model says of it. */
    enum Backing {
        SAID,
        SILENT,
        CONTRADICTED
    }

    private static final Set<Label> HEADS = EnumSet.of(Label.FISCAL_TITLE, Label.NON_FISCAL, Label.COLUMNS);

    private final List<Row> rows;
    private final Map<Integer, Optional<Label>> labels = new HashMap<>();

    RowWords(List<Row> rows) {
        this.rows = rows;
    }

    Backing goods(Row row) {
        Label label = label(row);
        SaidOfAmount.Role said = said(row);
        boolean contradicted = label != null && NO_GOODS.contains(label)
                || said == SaidOfAmount.Role.TOTAL
                || said == SaidOfAmount.Role.PAID
                || said == SaidOfAmount.Role.CHANGE;
        return contradicted ? Backing.CONTRADICTED : Backing.SILENT;
    }

    /** Whether a row can hold the name of a line of goods. */
    boolean canName(Row row) {
        boolean head = LEXICON.label(row.text()).filter(HEADS::contains).isPresent();
        return !head && goods(row) != Backing.CONTRADICTED;
    }

    /** Discounts say what they are, or their amount has a minus. */
    Backing discount(Row row) {
        Label label = label(row);
        if (label == Label.DISCOUNT) {
            return Backing.SAID;
        }
        return label != null && NO_GOODS.contains(label) ? Backing.CONTRADICTED : Backing.SILENT;
    }

    Backing summary(Sum role, Row row) {
        Set<Label> fitting =
                switch (role) {
                    case TOTAL -> EnumSet.of(Label.TOTAL);
                    case TAX -> EnumSet.of(Label.VAT_TOTAL, Label.VAT_TAX, Label.TOTAL);
                    case SUBTOTAL -> EnumSet.of(Label.SUBTOTAL, Label.TOTAL);
                    case DUE -> EnumSet.of(Label.DUE, Label.TOTAL);
                    case DISCOUNTS -> EnumSet.of(Label.DISCOUNTS, Label.DISCOUNT);
                    case DEPOSITS -> EnumSet.of(Label.DEPOSIT_TOTAL, Label.DEPOSIT);
                    case ROUNDING -> EnumSet.noneOf(Label.class);
                };
        SaidOfAmount.Role foreign =
                switch (role) {
                    case TOTAL, DUE -> SaidOfAmount.Role.TOTAL;
                    case SUBTOTAL -> SaidOfAmount.Role.SUBTOTAL;
                    case TAX -> SaidOfAmount.Role.TAX;
                    case ROUNDING -> SaidOfAmount.Role.ROUNDING;
                    case DISCOUNTS, DEPOSITS -> null;
                };
        return backing(row, fitting, foreign);
    }

    Backing tax(Row row) {
        Backing backing = backing(row, EnumSet.of(Label.VAT_GROSS, Label.VAT_TAX, Label.VAT_TABLE), null);
        boolean rate = Lexer.tokens(row.text()).stream().anyMatch(t -> t.is(Kind.PERCENT) || t.letter() == '%');
        return backing == Backing.SILENT && rate ? Backing.SAID : backing;
    }

    Backing payment(Row row, boolean change) {
        return change
                ? backing(row, EnumSet.of(Label.CHANGE), SaidOfAmount.Role.CHANGE)
                : backing(row, EnumSet.of(Label.PAYMENT, Label.PAID), SaidOfAmount.Role.PAID);
    }

    Backing deposit(Row row) {
        return backing(row, EnumSet.of(Label.DEPOSIT, Label.DEPOSIT_HEAD, Label.DEPOSIT_RETURN_HEAD), null);
    }

    /** Whether its amount belongs to the account of the receipt, whoever reads it. */
    boolean mustBeAccountedFor(Row row) {
        Label label = label(row);
        return label == Label.TOTAL
                || label == Label.DUE
                || label == Label.VAT_GROSS
                || label == Label.VAT_TAX
                || label == Label.VAT_TOTAL
                || label == Label.CHANGE;
    }

    /** Speaks of money that is no part of the account: savings, a sum on the way, the head of a table. */
    boolean mayBePassedOver(Row row) {
        Label label = label(row);
        return label == Label.INFORMATION
                || label == Label.SUBTOTAL
                || label == Label.COLUMNS
                || label == Label.NON_FISCAL
                || label == Label.DISCOUNTS;
    }

    private Backing backing(Row row, Set<Label> fitting, SaidOfAmount.Role foreign) {
        Label label = label(row);
        if (label != null && fitting.contains(label) || foreign != null && said(row) == foreign) {
            return Backing.SAID;
        }
        return label == null ? Backing.SILENT : Backing.CONTRADICTED;
    }

    /** Of the row itself; where it has no words, of the words on the row above it that has no amount. */
    private Label label(Row row) {
        return labels.computeIfAbsent(row.number(), number -> Optional.ofNullable(speaking(row))
                        .flatMap(speaking -> LEXICON.label(speaking.text())))
                .orElse(null);
    }

    private SaidOfAmount.Role said(Row row) {
        Row speaking = speaking(row);
        if (speaking == null) {
            return null;
        }
        int amount = Lexer.tokens(speaking.text()).stream()
                .filter(t -> t.is(Kind.AMOUNT))
                .mapToInt(Token::start)
                .findFirst()
                .orElse(speaking.text().length());
        SaidOfAmount.Said said = FOREIGN.of(speaking.text().substring(0, amount));
        return said == null ? null : said.role();
    }

    private Row speaking(Row row) {
        if (hasWords(row)) {
            return row;
        }
        Row above = row.number() < 2 ? null : rows.get(row.number() - 2);
        boolean waiting = above != null && hasWords(above) && !hasAmount(above);
        return waiting ? above : null;
    }

    private static boolean hasWords(Row row) {
        return row.text().chars().filter(Character::isLetter).count() > 2;
    }

    static boolean hasAmount(Row row) {
        return Lexer.tokens(row.text()).stream().anyMatch(t -> t.is(Kind.AMOUNT));
    }
}
