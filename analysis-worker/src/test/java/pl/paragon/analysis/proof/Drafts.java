package pl.paragon.analysis.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.DraftDeposit;
import pl.paragon.analysis.draft.DraftDiscount;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.draft.DraftPayment;
import pl.paragon.analysis.draft.DraftPayment.Means;
import pl.paragon.analysis.draft.DraftVat;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.draft.Rate;
import pl.paragon.analysis.figure.Alternative;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.figure.Letter;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.contracts.text.Box;

/** Drafts of invented receipts, part by part; each part stands on the next row. */
public final class Drafts {

    private final List<DraftItem> items = new ArrayList<>();
    private final List<DraftDiscount> discounts = new ArrayList<>();
    private final List<DraftVat> vat = new ArrayList<>();
    private final List<Labelled> summary = new ArrayList<>();
    private final List<DraftDeposit> deposits = new ArrayList<>();
    private final List<DraftPayment> payments = new ArrayList<>();
    private final List<Trace> strays = new ArrayList<>();
    private boolean sureOfRates = true;
    private int rows;

    /** A number that can be nothing else. */
    public static Figure plainly(long value) {
        return new Figure(List.of(new Alternative(value, 0)), trace(0));
    }

    /** A number that may, at this cost, be another one. */
    public static Figure perhaps(long read, long other, double cost) {
        return new Figure(List.of(new Alternative(read, 0), new Alternative(other, cost)), trace(0));
    }

    /** A line with nothing but its value. */
    Drafts sold(Figure total, char letter) {
        return item(null, null, total, letter);
    }

    /** @param quantity in thousandths */
    Drafts sold(long quantity, long unitPrice, Figure total, char letter) {
        return item(plainly(quantity), plainly(unitPrice), total, letter);
    }

    private Drafts item(Figure quantity, Figure price, Figure total, char letter) {
        boolean priced = quantity != null;
        items.add(new DraftItem(
                "POZYCJA",
                "POZYCJA",
                null,
                quantity,
                null,
                price,
                priced,
                total,
                List.of(new Letter(letter, 0)),
                false,
                null,
                trace(++rows)));
        return this;
    }

    /** Lowers the line above it. */
    Drafts lowered(long by, boolean sure) {
        return discount(by, items.size() - 1, sure);
    }

    /** Lowers the receipt as a whole. */
    Drafts loweredAsAWhole(long by) {
        return discount(by, -1, true);
    }

    private Drafts discount(long by, int item, boolean sure) {
        discounts.add(new DraftDiscount("RABAT", plainly(by), List.of(), item, true, false, sure, trace(++rows)));
        return this;
    }

    /** Whatever rates follow, they were not read with certainty. */
    public Drafts withUnsureRates() {
        sureOfRates = false;
        return this;
    }

    public Drafts taxed(char letter, int rate, Figure gross, Figure tax) {
        vat.add(new DraftVat(
                letter, new Rate(BigDecimal.valueOf(rate), sureOfRates), false, null, tax, gross, trace(++rows)));
        return this;
    }

    public Drafts said(Sum role, Figure amount) {
        summary.add(new Labelled(role, at(++rows, amount), 0));
        return this;
    }

    Drafts deposit(long amount) {
        deposits.add(new DraftDeposit("KAUCJA", null, null, plainly(amount), trace(++rows)));
        return this;
    }

    Drafts paid(long amount) {
        payments.add(new DraftPayment("KARTA", plainly(amount), Means.CASHLESS, trace(++rows)));
        return this;
    }

    Drafts paidInCash(long amount) {
        payments.add(new DraftPayment("GOTÓWKA", plainly(amount), Means.CASH, trace(++rows)));
        return this;
    }

    Drafts change(long amount) {
        payments.add(new DraftPayment("RESZTA", plainly(amount), Means.CHANGE, trace(++rows)));
        return this;
    }

    Drafts stray() {
        strays.add(trace(++rows));
        return this;
    }

    public Draft draft() {
        return new Draft(
                null, null, null, null, null, null, "PLN", items, discounts, vat, summary, deposits, payments, false,
                strays, List.of());
    }

    private static Figure at(int row, Figure figure) {
        return new Figure(figure.alternatives(), trace(row));
    }

    private static Trace trace(int row) {
        return new Trace(row, 1, new Box(0, 0, 1, 1), "", 1);
    }
}
