package pl.paragon.operations.failedjob;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;
import pl.paragon.operations.installation.PersistenceWorker;

/** Asks a persistence-worker about failed jobs. Each is the object that it answers with. */
record FailedJobsClient(PersistenceWorker worker) {

    private static final String FAILED_JOBS = "/internal/failed-jobs";

    /** What became of the wish to replay a job. */
    sealed interface Replay {

        /** @param before whether that was done before */
        record Replayed(String as, boolean before) implements Replay {}

        /** Its upload is not kept any more. */
        record Gone() implements Replay {}

        record Unknown() implements Replay {}
    }

    /** The newest ones. */
    List<JsonNode> newest(int atMost) throws IOException, InterruptedException {
        List<JsonNode> jobs = new ArrayList<>();
        String query = "";
        boolean more = true;
        while (more && jobs.size() < atMost) {
            JsonNode page = worker.get(FAILED_JOBS + query).body(JsonNode.class);
            page.path("failed_jobs").forEach(jobs::add);
            more = page.path("more").asBoolean() && !page.path("failed_jobs").isEmpty();
            if (more) {
                JsonNode last = jobs.getLast();
                query = "?failed_at=" + last.path("failed_at").asText() + "&job_id="
                        + last.path("job_id").asText();
            }
        }
        return jobs.subList(0, Math.min(atMost, jobs.size()));
    }

    /** A job, and whether its upload is kept; empty if there is no such failed job. */
    Optional<JsonNode> find(JobId job) throws IOException, InterruptedException {
        return worker.get(FAILED_JOBS + "/" + job).found(JsonNode.class);
    }

    Replay replay(JobId job) throws IOException, InterruptedException {
        PersistenceWorker.Answer answer = worker.post(FAILED_JOBS + "/" + job + "/replay");
        return switch (answer.status()) {
            case 404 -> new Replay.Unknown();
            case 410 -> new Replay.Gone();
            default -> {
                JsonNode body = answer.body(JsonNode.class);
                yield new Replay.Replayed(
                        body.path("replayed_as").asText(), body.path("before").asBoolean());
            }
        };
    }
}
