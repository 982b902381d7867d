package pl.paragon.analysis.model.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.DraftDeposit;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.draft.DraftPayment;
import pl.paragon.analysis.draft.DraftPayment.Means;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.analysis.model.answer.Answer;
import pl.paragon.analysis.model.grounding.Grounded.Kind;
import pl.paragon.analysis.model.grounding.Grounded.Rejected;
import pl.paragon.analysis.model.grounding.PrintedFigures.Found;
import pl.paragon.analysis.model.grounding.RowWords.Backing;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.Trace;

/**
 * Turns a model's answer into a draft of what is printed. Amounts are found on the rows that the model names, or they
 * are rejected; roles that a row's words contradict are rejected; roles on which they are silent, and rows with amounts
 * that the answer passes over, stay open questions, with which nothing is proved.
 */
public final class Grounding {

    private static final String CURRENCY_WITH_LETTERS = "PLN";

    private final Printout printout;
    private final Draft grammar;
    private final Checkpoint checkpoint;
    private final PrintedFigures figures;
    private final RowWords words;
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Trace> open = new ArrayList<>();
    private final List<Figure> unnamedTotals = new ArrayList<>();
    private final List<DraftPayment> namedPayments = new ArrayList<>();

    private Grounding(Printout printout, Draft grammar, Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
        this.printout = printout;
        this.grammar = grammar;
        this.figures = new PrintedFigures(printout.rows());
        this.words = new RowWords(printout.rows());
    }

    /** @param grammar the grammar's draft of the same rows, from which head and names come */
    public static Grounded ground(Answer answer, Printout printout, Draft grammar, Checkpoint checkpoint) {
        return new Grounding(printout, grammar, checkpoint).ground(answer);
    }

    private Grounded ground(Answer answer) {
        List<Labelled> summary = new ArrayList<>();
        List<DraftPayment> payments = new ArrayList<>();
        List<DraftDeposit> deposits = new ArrayList<>();
        answer.totals().forEach(t -> total(t).ifPresent(summary::add));
        TaxGrounding taxes = new TaxGrounding(figures, words, rejected, open);
        answer.vat().forEach(taxes::add);
        answer.payments().forEach(p -> payment(p).ifPresent(payments::add));
        settleUnnamedTotals();
        answer.deposits().forEach(d -> deposit(d).ifPresent(deposits::add));
        GoodsGrounding goods = new GoodsGrounding(figures, words, grammar, rejected, checkpoint);
        answer.items().forEach(goods::item);
        answer.discounts().forEach(goods::discount);
        goods.valuesAfterDiscounts();
        passedOver(goods.firstRow(), summary);
        Draft draft = new Draft(
                grammar.storeName(),
                grammar.address(),
                grammar.nip(),
                grammar.number(),
                grammar.date(),
                grammar.time(),
                grammar.currency(),
                lettered(goods.items()),
                goods.discounts(),
                taxes.rows(),
                summary,
                deposits,
                payments,
                false,
                open,
                grammar.unreadable());
        return new Grounded(draft, rejected);
    }

    private List<DraftItem> lettered(List<DraftItem> items) {
        return CURRENCY_WITH_LETTERS.equals(grammar.currency())
                ? items
                : items.stream().map(DraftItem::withoutLetters).toList();
    }

    private Optional<Labelled> total(Answer.Summed said) {
        Optional<Stands> stands = stands(Kind.TOTAL, said.row(), said.amount(), row -> words.summary(said.role(), row));
        stands.filter(s -> s.backing == Backing.SILENT).ifPresent(s -> {
            if (said.role() == Sum.TOTAL) {
                unnamedTotals.add(s.figure());
            } else {
                open.add(s.figure().trace());
            }
        });
        return stands.map(s -> new Labelled(said.role(), signed(said.role(), s.figure()), 0));
    }

    /** A printed sum of discounts is positive here, whichever way it is printed. */
    private static Figure signed(Sum role, Figure figure) {
        return role == Sum.DISCOUNTS && figure.value() < 0 ? figure.negated() : figure;
    }

    private Optional<DraftPayment> payment(Answer.Paid said) {
        Optional<Stands> stands =
                stands(Kind.PAYMENT, said.row(), said.amount(), row -> words.payment(row, said.change()));
        return stands.map(s -> {
            DraftPayment payment = new DraftPayment(
                    before(s.found),
                    s.figure(),
                    said.change() ? Means.CHANGE : Means.CASH,
                    s.figure().trace());
            if (s.backing == Backing.SAID) {
                namedPayments.add(payment);
            } else {
                open.add(payment.trace());
            }
            return payment;
        });
    }

    /** A total that no known word names is none, unless what was paid by its words, less the change, is just that. */
    private void settleUnnamedTotals() {
        long paid = namedPayments.stream()
                .mapToLong(p -> Math.abs(p.amount().value()) * (p.isChange() ? -1 : 1))
                .sum();
        unnamedTotals.stream().filter(total -> total.value() != paid).forEach(total -> open.add(total.trace()));
    }

    private Optional<DraftDeposit> deposit(Answer.Deposited said) {
        Optional<Stands> stands = stands(Kind.DEPOSIT, said.row(), said.amount(), words::deposit);
        stands.filter(s -> s.backing == Backing.SILENT)
                .ifPresent(s -> open.add(s.figure().trace()));
        return stands.map(s -> {
            boolean turn = said.returned() && s.figure().value() > 0;
            Figure amount = turn ? s.figure().negated() : s.figure();
            return new DraftDeposit(before(s.found), null, null, amount, amount.trace());
        });
    }

    /** An amount that stands on its row, in a role that the row's words do not contradict. */
    private record Stands(Found found, Backing backing) {

        Figure figure() {
            return found.figure();
        }
    }

    private Optional<Stands> stands(Kind kind, int number, BigDecimal amount, Function<Row, Backing> words) {
        checkpoint.pass();
        Optional<Row> row = figures.row(number);
        if (row.isEmpty()) {
            return reject(kind, "there is no row " + number);
        }
        Backing backing = words.apply(row.get());
        if (backing == Backing.CONTRADICTED) {
            return reject(kind, "the words of row " + number + " say otherwise");
        }
        Optional<Found> found = figures.take(row.get(), amount);
        return found.isEmpty()
                ? reject(kind, amount + " does not stand on row " + number)
                : found.map(f -> new Stands(f, backing));
    }

    private static String before(Found found) {
        return found.row()
                .text()
                .substring(0, found.token().start())
                .replaceAll("[\\s:.]+$", "")
                .strip();
    }

    /**
     * Rows with an amount that the answer says nothing of: sums and taxes anywhere, and whatever stands between the
     * first line of goods and the last sum. What a receipt says twice is no question.
     */
    private void passedOver(int firstGoods, List<Labelled> summary) {
        int last = summary.stream()
                .mapToInt(l -> l.amount().trace().row())
                .max()
                .orElse(printout.rows().size());
        for (Row row : printout.rows()) {
            checkpoint.pass();
            boolean among = row.number() >= firstGoods && row.number() <= last && !words.mayBePassedOver(row);
            boolean counts = among
                    || words.mustBeAccountedFor(row)
                    || grammar.items().stream().anyMatch(i -> i.trace().row() == row.number());
            if (counts && !figures.isTaken(row) && RowWords.hasAmount(row) && !saidAgain(row, summary)) {
                open.add(Trace.of(row));
            }
        }
    }

    private boolean saidAgain(Row row, List<Labelled> summary) {
        return words.mustBeAccountedFor(row)
                && summary.stream()
                        .anyMatch(l -> words.summary(l.role(), row) == Backing.SAID
                                && PrintedFigures.plainAmounts(row)
                                        .contains(l.amount().value()));
    }

    private <T> Optional<T> reject(Kind kind, String why) {
        rejected.add(new Rejected(kind, why));
        return Optional.empty();
    }
}
