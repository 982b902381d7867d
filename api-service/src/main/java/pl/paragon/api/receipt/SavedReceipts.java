package pl.paragon.api.receipt;

import java.util.List;
import java.util.Optional;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Duplicate;
import pl.paragon.contracts.saved.NumberedPage;
import pl.paragon.contracts.saved.NumberedQuery;
import pl.paragon.contracts.saved.ReceiptBatch;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.contracts.statistics.PriceQuery;
import pl.paragon.contracts.statistics.Prices;
import pl.paragon.contracts.statistics.Spending;
import pl.paragon.contracts.statistics.SpendingQuery;

/** What persistence-worker keeps of receipts. Every method throws {@link PersistenceUnavailableException}. */
interface SavedReceipts {

    /** A page of receipts; empty if the query's cursor is none that was given out. */
    Optional<ReceiptPage> page(ReceiptQuery query);

    NumberedPage numbered(NumberedQuery query);

    /** A page as above, with each receipt as a whole. Throws also if the cursor is none that was given out. */
    ReceiptBatch batch(ReceiptQuery query);

    Spending spending(SpendingQuery query);

    Prices prices(PriceQuery query);

    /** Of the receipt that was saved of a job; empty if the submitter has none. */
    Optional<List<Duplicate>> duplicates(JobId job, Submitter submitter);

    /** The receipt that was saved of a job; empty if the submitter has none. */
    Optional<SavedReceipt> of(JobId job, Submitter submitter);
}
