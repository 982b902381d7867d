package pl.paragon.contracts.statistics;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The body of {@code POST /internal/statistics/prices}: what goods of a name cost, and where.
 *
 * @param submitter whose receipts
 * @param name words, each of which the printed or tidied name of the line has, without regard to case and diacritics
 * @param from the first day, or {@code null}
 * @param to the last day, or {@code null}
 */
public record PriceQuery(String submitter, String name, LocalDate from, LocalDate to) {

    public PriceQuery {
        Objects.requireNonNull(submitter, "a query needs whose receipts are meant");
        Objects.requireNonNull(name, "a query needs a name");
    }
}
