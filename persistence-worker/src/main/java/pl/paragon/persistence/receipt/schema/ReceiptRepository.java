package pl.paragon.persistence.receipt.schema;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.paragon.contracts.job.JobId;

/** Receipts in PostgreSQL. */
@ApplicationScoped
public class ReceiptRepository implements PanacheRepositoryBase<Receipt, UUID>, ReceiptStore {

    @Override
    public void add(Receipt receipt) {
        persist(receipt);
    }

    /** Those of these receipts that there are, in no order. */
    public List<Receipt> all(List<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** The receipt that was saved of a job; empty if none was. */
    public Optional<Receipt> of(JobId job) {
        return find("jobId", job.value()).firstResultOptional();
    }

    /** The same for somebody who changes it: until the transaction ends nobody else does. */
    public Optional<Receipt> locked(JobId job) {
        return find("jobId", job.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
