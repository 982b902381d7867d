package pl.paragon.analysis.grammar.closing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.analysis.draft.DraftDeposit;
import pl.paragon.analysis.draft.DraftPayment;
import pl.paragon.analysis.draft.Figure;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.draft.Labelled.Role;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.grammar.line.Tail;
import pl.paragon.analysis.lexicon.Alternatives;
import pl.paragon.analysis.lexicon.Label;
import pl.paragon.analysis.lexicon.Token;

/** Reads what follows the fiscal total: deposits on packaging, what is to pay, how it was paid. A card slip or another print under it stays out. */
public final class PaymentsReader {

    private final List<DraftDeposit> deposits = new ArrayList<>();
    private final List<DraftPayment> payments = new ArrayList<>();
    private final List<Labelled> labelled = new ArrayList<>();
    private boolean returning;
    private boolean inDeposits;
    private boolean paying;

    public record Payments(List<DraftDeposit> deposits, List<DraftPayment> payments, List<Labelled> labelled) {}

    public static Payments read(List<Line> lines) {
        PaymentsReader reader = new PaymentsReader();
        Line waiting = null;
        for (Line line : lines) {
            if (line.is(Label.NON_FISCAL) && reader.paying) {
                break;
            }
            Token amount = line.lastAmount();
            if (amount == null) {
                waiting = line.label() == null ? waiting : line;
                reader.head(line);
            } else if (line.label() != null) {
                reader.take(line, line, amount);
                waiting = null;
            } else if (waiting != null && !isNamed(line)) {
                reader.take(waiting, line, amount);
                waiting = null;
            } else if (reader.inDeposits && line.letters() > 3) {
                reader.deposit(line, line, amount);
            }
        }
        return new Payments(reader.deposits, reader.payments, reader.labelled);
    }

    private static boolean isNamed(Line line) {
        return line.letters() > 5;
    }

    private void head(Line line) {
        if (line.is(Label.DEPOSIT_HEAD) || line.is(Label.DEPOSIT_RETURN_HEAD)) {
            inDeposits = true;
            returning = line.is(Label.DEPOSIT_RETURN_HEAD);
        } else if (line.is(Label.PAYMENT_HEAD)) {
            paying = true;
            inDeposits = false;
        }
    }

    private void take(Line words, Line numbers, Token amount) {
        Figure figure = Alternatives.amount(numbers.row(), amount);
        switch (words.label()) {
            case DEPOSIT, DEPOSIT_HEAD, DEPOSIT_RETURN_HEAD -> {
                head(words);
                deposit(words, numbers, amount);
            }
            case DEPOSIT_TOTAL -> {
                labelled.add(new Labelled(Role.DEPOSITS, figure, 0));
                inDeposits = false;
            }
            case DUE -> {
                labelled.add(new Labelled(Role.DUE, figure, 0));
                inDeposits = false;
            }
            case TOTAL -> {
                labelled.add(new Labelled(deposits.isEmpty() ? Role.TOTAL : Role.DUE, figure, 0.2));
                inDeposits = false;
            }
            case PAYMENT -> {
                inDeposits = false;
                paying = true;
                payments.add(new DraftPayment(type(words, numbers, amount), figure, false, figure.trace()));
            }
            case CHANGE -> payments.add(new DraftPayment(type(words, numbers, amount), figure, true, figure.trace()));
            case FISCAL_TITLE,
                    NON_FISCAL,
                    COLUMNS,
                    VAT_GROSS,
                    VAT_TAX,
                    VAT_TOTAL,
                    VAT_TABLE,
                    SUBTOTAL,
                    DISCOUNT,
                    DISCOUNTS,
                    INFORMATION,
                    VOID,
                    PAYMENT_HEAD,
                    PAID -> {}
        }
    }

    private static String type(Line words, Line numbers, Token amount) {
        String text = words == numbers ? words.text().substring(0, amount.start()) : words.text();
        return text.replaceAll("[\\s:.]+$", "").strip();
    }

    private void deposit(Line words, Line numbers, Token amount) {
        Tail tail = Tail.of(numbers);
        BigDecimal quantity = tail != null && tail.quantity() != null
                ? new BigDecimal(tail.quantity().text())
                : null;
        String name = words == numbers && tail != null ? words.text().substring(0, tail.nameEnd()) : words.text();
        Figure figure = Alternatives.amount(numbers.row(), amount);
        boolean negative = returning && figure.value() > 0;
        deposits.add(new DraftDeposit(name.strip(), quantity, negative ? figure.negated() : figure, figure.trace()));
    }
}
