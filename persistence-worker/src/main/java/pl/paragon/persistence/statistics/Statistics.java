package pl.paragon.persistence.statistics;

import pl.paragon.contracts.statistics.PriceQuery;
import pl.paragon.contracts.statistics.Prices;
import pl.paragon.contracts.statistics.Spending;
import pl.paragon.contracts.statistics.SpendingQuery;

/** Sums of the saved receipts. Every method needs a transaction. */
interface Statistics {

    Spending spending(SpendingQuery query);

    Prices prices(PriceQuery query);
}
