package pl.paragon.persistence.receipt;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Receipts in PostgreSQL. */
@ApplicationScoped
class ReceiptRepository implements PanacheRepositoryBase<Receipt, UUID>, ReceiptStore {

    @Override
    public void add(Receipt receipt) {
        persist(receipt);
    }
}
