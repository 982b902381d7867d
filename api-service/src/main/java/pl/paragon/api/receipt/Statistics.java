package pl.paragon.api.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.statistics.PriceQuery;
import pl.paragon.contracts.statistics.Prices;
import pl.paragon.contracts.statistics.Spending;
import pl.paragon.contracts.statistics.SpendingQuery;

/** What the saved receipts of a submitter come to. */
@ApplicationScoped
public class Statistics {

    private static final Logger LOG = Logger.getLogger(Statistics.class);

    private final SavedReceipts saved;

    Statistics(SavedReceipts saved) {
        this.saved = saved;
    }

    /** An answer of the database. */
    public sealed interface Told<T> {
        record Known<T>(T value) implements Told<T> {}

        record Unavailable<T>() implements Told<T> {}
    }

    public Told<Spending> spending(SpendingQuery query) {
        return told(() -> saved.spending(query));
    }

    public Told<Prices> prices(PriceQuery query) {
        return told(() -> saved.prices(query));
    }

    private static <T> Told<T> told(Supplier<T> answer) {
        try {
            return new Told.Known<>(answer.get());
        } catch (PersistenceUnavailableException e) {
            LOG.warnf("Statistics are unavailable: %s", e.getMessage());
            return new Told.Unavailable<>();
        }
    }
}
