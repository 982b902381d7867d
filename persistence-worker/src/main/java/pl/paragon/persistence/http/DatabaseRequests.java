package pl.paragon.persistence.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.worker.stage.StageException;

/**
 * Answers requests of one kind that need the database, a few at a time, and no more than {@value #ALL_AT_A_TIME} of all
 * kinds together: the connection pool has as many connections for them. Any more are refused rather than queued, since
 * a request that waits for a connection makes saves wait for one too.
 */
public final class DatabaseRequests {

    private static final Logger LOG = Logger.getLogger(DatabaseRequests.class);

    /** Of all kinds together. */
    public static final int ALL_AT_A_TIME = 24;

    private static final Semaphore ALL = new Semaphore(ALL_AT_A_TIME);

    private final String kind;
    private final Semaphore slots;

    /**
     * @param kind for the log, in the plural
     * @param atATime at least 1
     */
    public DatabaseRequests(String kind, int atATime) {
        this.kind = kind;
        this.slots = new Semaphore(atATime);
    }

    /** Makes an answer of what servers give that may be unavailable. */
    public interface Answer {
        Response give() throws IOException;
    }

    /** The same about one job. */
    public interface JobAnswer {
        Response give(JobId job) throws IOException;
    }

    /** What the answer gives; 503 if what it needs is unavailable, or too many are being answered. */
    public Response answer(Answer answer) {
        if (!slots.tryAcquire()) {
            return Response.status(Status.SERVICE_UNAVAILABLE).build();
        }
        try {
            return amongAll(answer);
        } catch (StageException | IOException | BrokerUnavailableException e) {
            LOG.warnf("%s cannot be answered now: %s", kind, e.getMessage());
            return Response.status(Status.SERVICE_UNAVAILABLE).build();
        } finally {
            slots.release();
        }
    }

    private static Response amongAll(Answer answer) throws IOException {
        if (!ALL.tryAcquire()) {
            return Response.status(Status.SERVICE_UNAVAILABLE).build();
        }
        try {
            return answer.give();
        } finally {
            ALL.release();
        }
    }

    /** The same about one job; 404 if that is no job's id. */
    public Response answer(String jobId, JobAnswer answer) {
        Optional<JobId> job = JobId.parse(jobId);
        return job.isEmpty() ? notFound() : answer(() -> answer.give(job.get()));
    }

    /** 200 with the body as our JSON, 404 without one. */
    public static Response found(Optional<?> body) {
        return body.map(DatabaseRequests::ok).orElseGet(DatabaseRequests::notFound);
    }

    public static Response ok(Object body) {
        return Response.ok(Json.write(body)).build();
    }

    public static Response notFound() {
        return Response.status(Status.NOT_FOUND).build();
    }
}
