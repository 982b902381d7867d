package pl.paragon.analysis.draft;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import pl.paragon.analysis.rows.Trace;

/**
 * A receipt as an engine understood it.
 *
 * @param storeName as printed, or {@code null}
 * @param address as printed, or {@code null}
 * @param nip the seller's, ten digits with a valid check digit, or {@code null}
 * @param number the receipt's, or {@code null}
 * @param date or {@code null}
 * @param time or {@code null}
 * @param currency ISO 4217, or {@code null} if nothing tells
 * @param paymentsWeighed whether the costs of the totals already tell what was paid
 * @param strayAmounts rows among the goods with an amount that no line accounts for
 * @param unreadable rows on which a number is plainly printed that is needed and cannot be what it has to be
 */
public record Draft(
        Field<String> storeName,
        Field<String> address,
        Field<String> nip,
        Field<String> number,
        Field<LocalDate> date,
        Field<LocalTime> time,
        String currency,
        List<DraftItem> items,
        List<DraftDiscount> discounts,
        List<DraftVat> vat,
        List<Labelled> summary,
        List<DraftDeposit> deposits,
        List<DraftPayment> payments,
        boolean paymentsWeighed,
        List<Trace> strayAmounts,
        List<Trace> unreadable) {

    public Draft {
        items = List.copyOf(items);
        discounts = List.copyOf(discounts);
        vat = List.copyOf(vat);
        summary = List.copyOf(summary);
        deposits = List.copyOf(deposits);
        payments = List.copyOf(payments);
        strayAmounts = List.copyOf(strayAmounts);
        unreadable = List.copyOf(unreadable);
    }
}
