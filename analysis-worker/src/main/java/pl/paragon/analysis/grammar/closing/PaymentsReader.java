package pl.paragon.analysis.grammar.closing;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.analysis.draft.DraftDeposit;
import pl.paragon.analysis.draft.DraftPayment;
import pl.paragon.analysis.draft.DraftPayment.Means;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.figure.Alternatives;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.grammar.line.Tail;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Label;
import pl.paragon.analysis.lexicon.Label.Section;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.rows.Trace;

/**
 * Reads what follows the fiscal total: deposits on packaging, what is to pay, how it was paid. A card slip or another
 * print under it stays out.
 */
public final class PaymentsReader {

    /** What a total costs that is printed behind the fiscal one: it may be something else. */
    private static final double LATE_TOTAL = 0.2;

    private static final String CASH = "got";

    private final List<DraftDeposit> deposits = new ArrayList<>();
    private final List<DraftPayment> payments = new ArrayList<>();
    private final List<Labelled> labelled = new ArrayList<>();
    private final List<Trace> unreadable = new ArrayList<>();
    private boolean returning;
    private boolean inDeposits;
    private boolean paying;

    /** @param unreadable rows with a number where an amount should stand */
    public record Payments(
            List<DraftDeposit> deposits,
            List<DraftPayment> payments,
            List<Labelled> labelled,
            List<Trace> unreadable) {}

    public static Payments read(List<Line> lines) {
        PaymentsReader reader = new PaymentsReader();
        Line waiting = null;
        for (Line line : lines) {
            if (line.is(Label.NON_FISCAL) && reader.paying) {
                break;
            }
            Token amount = line.lastAmount();
            if (amount == null) {
                if ((line.isOf(Section.SETTLEMENT) || line.is(Label.TOTAL)) && line.hasPlainNumber()) {
                    reader.unreadable.add(Trace.of(line.row()));
                }
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
        return new Payments(reader.deposits, reader.payments, reader.labelled, reader.unreadable);
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
        if (words.is(Label.DEPOSIT) || words.is(Label.DEPOSIT_HEAD) || words.is(Label.DEPOSIT_RETURN_HEAD)) {
            head(words);
            deposit(words, numbers, amount);
        } else if (words.is(Label.TOTAL)) {
            sum(deposits.isEmpty() ? Sum.TOTAL : Sum.DUE, figure, LATE_TOTAL);
        } else if (words.is(Label.PAYMENT)) {
            inDeposits = false;
            paying = true;
            payments.add(payment(type(words, numbers, amount), figure));
        } else if (words.is(Label.CHANGE)) {
            payments.add(new DraftPayment(type(words, numbers, amount), figure, Means.CHANGE, figure.trace()));
        } else if (words.isOf(Section.SETTLEMENT)) {
            words.label().role().ifPresent(role -> sum(role, figure, 0));
        }
    }

    private void sum(Sum role, Figure figure, double cost) {
        labelled.add(new Labelled(role, figure, cost));
        inDeposits = false;
    }

    private static DraftPayment payment(String type, Figure figure) {
        Means means = Folding.fold(type).contains(CASH) ? Means.CASH : Means.CASHLESS;
        return new DraftPayment(type, figure, means, figure.trace());
    }

    private static String type(Line words, Line numbers, Token amount) {
        String text = words == numbers ? words.text().substring(0, amount.start()) : words.text();
        return text.replaceAll("[\\s:.]+$", "").strip();
    }

    private void deposit(Line words, Line numbers, Token amount) {
        Tail tail = Tail.of(numbers);
        Figure quantity =
                tail == null || tail.quantity() == null ? null : Alternatives.quantity(numbers.row(), tail.quantity());
        Figure unitPrice =
                tail == null || tail.unitPrice() == null ? null : Alternatives.amount(numbers.row(), tail.unitPrice());
        String name = words == numbers && tail != null ? words.text().substring(0, tail.nameEnd()) : words.text();
        Figure figure = Alternatives.amount(numbers.row(), amount);
        boolean negative = returning && figure.value() > 0;
        deposits.add(new DraftDeposit(
                name.strip(), quantity, unitPrice, negative ? figure.negated() : figure, figure.trace()));
    }
}
