package pl.paragon.api.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.Answer;
import pl.paragon.api.persistence.Parameters;
import pl.paragon.api.persistence.PersistenceWorker;
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

/** Asks persistence-worker for receipts. */
@ApplicationScoped
class ReceiptClient implements SavedReceipts {

    private final PersistenceWorker worker;

    ReceiptClient(PersistenceWorker worker) {
        this.worker = worker;
    }

    @Override
    public Optional<ReceiptPage> page(ReceiptQuery query) {
        Answer answer = worker.post("/receipts/query", query);
        return answer.status() == 400 ? Optional.empty() : Optional.of(answer.only(ReceiptPage.class));
    }

    @Override
    public NumberedPage numbered(NumberedQuery query) {
        return worker.post("/receipts/numbered", query).only(NumberedPage.class);
    }

    @Override
    public ReceiptBatch batch(ReceiptQuery query) {
        return worker.post("/receipts/batch", query).only(ReceiptBatch.class);
    }

    @Override
    public Spending spending(SpendingQuery query) {
        return worker.post("/statistics/spending", query).only(Spending.class);
    }

    @Override
    public Prices prices(PriceQuery query) {
        return worker.post("/statistics/prices", query).only(Prices.class);
    }

    @Override
    public Optional<SavedReceipt> of(JobId job, Submitter submitter) {
        return worker.get("/receipts/" + job + Parameters.of("submitter", submitter.name()))
                .any(SavedReceipt.class);
    }

    @Override
    public Optional<List<Duplicate>> duplicates(JobId job, Submitter submitter) {
        return worker.get("/receipts/" + job + "/duplicates" + Parameters.of("submitter", submitter.name()))
                .any(Duplicate[].class)
                .map(List::of);
    }
}
