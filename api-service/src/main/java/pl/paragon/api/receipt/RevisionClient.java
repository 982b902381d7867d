package pl.paragon.api.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.Answer;
import pl.paragon.api.persistence.Parameters;
import pl.paragon.api.persistence.PersistenceWorker;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.saved.Correction;
import pl.paragon.contracts.saved.Revision;
import pl.paragon.contracts.saved.RevisionList;
import pl.paragon.contracts.saved.SavedReceipt;

/** Asks persistence-worker for corrections. */
@ApplicationScoped
class RevisionClient implements SavedRevisions {

    private final PersistenceWorker worker;

    RevisionClient(PersistenceWorker worker) {
        this.worker = worker;
    }

    @Override
    public Corrections.Outcome correct(JobId job, Correction correction) {
        Answer answer = worker.post(of(job), correction);
        return switch (answer.status()) {
            case 404 -> new Corrections.Outcome.Unknown();
            case 409 -> new Corrections.Outcome.Full();
            case 412 -> new Corrections.Outcome.Outdated();
            default -> new Corrections.Outcome.Made(answer.only(SavedReceipt.class));
        };
    }

    @Override
    public Optional<RevisionList> list(JobId job, Submitter submitter) {
        return worker.get(of(job) + Parameters.of("submitter", submitter.name()))
                .any(RevisionList.class);
    }

    @Override
    public Optional<Revision> find(JobId job, Submitter submitter, int number) {
        return worker.get(of(job) + "/" + number + Parameters.of("submitter", submitter.name()))
                .any(Revision.class);
    }

    private static String of(JobId job) {
        return "/receipts/" + job + "/revisions";
    }
}
