package pl.paragon.api.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.Parameters;
import pl.paragon.api.persistence.PersistenceWorker;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.job.BatchId;

/** Asks persistence-worker for the jobs of batches. */
@ApplicationScoped
class BatchRegisterClient implements BatchRegister {

    private final PersistenceWorker worker;

    BatchRegisterClient(PersistenceWorker worker) {
        this.worker = worker;
    }

    @Override
    public List<JobHistory> jobsOf(BatchId batch, Submitter submitter) {
        return worker.get("/batches/" + batch + Parameters.of("submitter", submitter.name()))
                .only(JobPage.class)
                .jobs();
    }
}
