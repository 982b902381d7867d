package pl.paragon.api.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pl.paragon.api.board.JobArchive;
import pl.paragon.api.board.StatusUnavailableException;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.Answer;
import pl.paragon.api.persistence.Parameters;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.persistence.PersistenceWorker;
import pl.paragon.api.status.Fact;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.job.JobId;

/** Asks persistence-worker for jobs. */
@ApplicationScoped
class JobClient implements SavedAnalyses, SavedJobs, FailedJobs, JobRegister, JobArchive {

    private static final String JOBS = "/jobs";

    private final PersistenceWorker worker;

    JobClient(PersistenceWorker worker) {
        this.worker = worker;
    }

    @Override
    public byte[] of(JobId job) {
        return worker.get(JOBS + "/" + job + "/analysis").bytes();
    }

    @Override
    public List<Fact> factsOf(JobId job) {
        try {
            return worker.get(JOBS + "/" + job)
                    .any(JobHistory.class)
                    .map(JobClient::facts)
                    .orElse(List.of());
        } catch (PersistenceUnavailableException e) {
            throw StatusUnavailableException.archiveUnreachable(e.getMessage(), e);
        }
    }

    private static List<Fact> facts(JobHistory history) {
        return history.events().map(Fact::of).flatMap(Optional::stream).toList();
    }

    @Override
    public Deletion delete(JobId job, Submitter submitter, Optional<Integer> revision) {
        Answer answer = worker.delete(JOBS + "/" + job + whose(submitter).withAny("revision", revision));
        return switch (answer.status()) {
            case 200 -> Deletion.DELETED;
            case 404 -> Deletion.UNKNOWN;
            case 409 -> Deletion.RUNNING;
            case 412 -> Deletion.OUTDATED;
            default -> throw answer.unexpected();
        };
    }

    @Override
    public Retry retry(JobId job, Submitter submitter) {
        Answer answer = worker.post(JOBS + "/" + job + "/retry" + whose(submitter));
        return switch (answer.status()) {
            case 404 -> new Retry.Unknown();
            case 410 -> new Retry.Gone();
            default -> new Retry.Resubmitted(answer.only(ReceiptSubmitted.class));
        };
    }

    @Override
    public JobPage list(Query query) {
        Parameters parameters = whose(query.submitter())
                .withAny("ended", query.ended().map(ended -> ended.name().toLowerCase(Locale.ROOT)))
                .withAny("from", query.from())
                .withAny("until", query.until())
                .withAny("filename", query.filename())
                .withAny("after_time", query.after().map(Position::submittedAt))
                .withAny("after_job", query.after().map(Position::job))
                .with("limit", query.atMost());
        return worker.get(JOBS + parameters).only(JobPage.class);
    }

    private static Parameters whose(Submitter submitter) {
        return Parameters.of("submitter", submitter.name());
    }
}
