package pl.paragon.persistence.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Transactions of the one datasource. */
@ApplicationScoped
class DatabaseTransactions implements Transactions {

    @Override
    public <T> T inOne(Supplier<T> work) {
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } catch (RuntimeException e) {
            throw DatabaseFault.of(e);
        }
    }
}
