package pl.paragon.api.v2;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pl.paragon.api.batch.Batch;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.job.Waiter;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.api.v3.RefusalBodies;
import pl.paragon.api.v3.result.AnalysisView;
import pl.paragon.contracts.key.Scope;

/** {@code POST /api/v2/receipts/batch_upload}: the answer is what came of each file. */
@Path("/api/v2/receipts")
public class BatchUploadResource {

    private final FormIntake intake;
    private final Reading reading;
    private final Submitters submitters;
    private final V2Config config;
    private final JobConfig jobs;
    private final Clock clock;

    BatchUploadResource(
            FormIntake intake, Reading reading, Submitters submitters, V2Config config, JobConfig jobs, Clock clock) {
        this.intake = intake;
        this.reading = reading;
        this.submitters = submitters;
        this.config = config;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The body, which has no envelope. */
    public record BatchAnswer(int statusCode, String message, Summary summary, List<FileResult> results) {}

    /** @param successRate in percent */
    public record Summary(int totalFiles, int successful, int failed, BigDecimal successRate) {

        static Summary of(List<FileResult> results) {
            int successful = (int) results.stream().filter(FileResult::success).count();
            return new Summary(
                    results.size(),
                    successful,
                    results.size() - successful,
                    BigDecimal.valueOf(successful * 100L)
                            .divide(BigDecimal.valueOf(results.size()), 1, RoundingMode.HALF_UP));
        }
    }

    /**
     * @param error why there is no result, a sentence for people
     * @param index of the file, from 0
     * @param cached always false: the predecessor's cache never held anything
     */
    public record FileResult(
            String filename,
            boolean success,
            @JsonInclude(JsonInclude.Include.NON_NULL) String ocrText,
            @JsonInclude(JsonInclude.Include.NON_NULL) AnalysisView analysis,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long fileSize,
            @JsonInclude(JsonInclude.Include.NON_NULL) String fileType,
            @JsonInclude(JsonInclude.Include.NON_NULL) String error,
            @JsonInclude(JsonInclude.Include.NON_NULL) String errorCode,
            int index,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean cached) {

        static FileResult failed(String filename, ErrorBody body, int index) {
            Object why = body.details() instanceof Map<?, ?> details ? details.get("error") : null;
            String error = why == null ? body.message() : why.toString();
            return new FileResult(filename, false, null, null, null, null, error, body.errorCode(), index, null);
        }
    }

    @POST
    @PermissionsAllowed(Scope.Id.WRITE)
    @Path("/batch_upload")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public BatchAnswer batchUpload(
            @QueryParam("user_id") String userId, @Context RoutingContext exchange, InputStream body)
            throws InterruptedException {
        Submitter submitter = submitters.current();
        Waiter client = Reading.client(exchange);
        List<FileResult> results = new ArrayList<>();
        switch (intake.batch(submitter, exchange, body, userId)) {
            case FormIntake.AllRefused(var files) -> {
                for (Refusal.FileRefusal file : files) {
                    results.add(FileResult.failed(file.filename(), RefusalBodies.of(file.refusal()), results.size()));
                }
            }
            case FormIntake.Batched batched -> results(submitter, batched, client, results);
        }
        Summary summary = Summary.of(results);
        String message =
                "Batch processing completed: %d/%d successful".formatted(summary.successful(), summary.totalFiles());
        return new BatchAnswer(200, message, summary, results);
    }

    private void results(Submitter submitter, FormIntake.Batched batched, Waiter client, List<FileResult> results)
            throws InterruptedException {
        Instant end = clock.instant().plus(config.batchTimeout());
        for (Batch.Entry file : batched.batch().files()) {
            int index = results.size();
            switch (file) {
                case Batch.Refused(var filename, var refusal) ->
                    results.add(FileResult.failed(filename, RefusalBodies.of(refusal), index));
                case Batch.Accepted(var filename, var job, var size) -> {
                    Duration left = Duration.between(clock.instant(), end);
                    Task task = new Task(job, batched.named());
                    Outcome outcome =
                            reading.awaitOneOfMany(submitter, task, left.isNegative() ? Duration.ZERO : left, client);
                    results.add(result(filename, outcome, index));
                }
            }
        }
    }

    private FileResult result(String filename, Outcome outcome, int index) {
        return switch (outcome) {
            case Outcome.Read(var result) ->
                new FileResult(
                        filename,
                        true,
                        result.ocrText(),
                        result.analysis(),
                        result.metadata().fileSize(),
                        result.metadata().fileType(),
                        null,
                        null,
                        index,
                        false);
            case Outcome.Failed failed ->
                FileResult.failed(filename, Bodies.of(failed, Wanted.RECEIPT).body(), index);
            case Outcome.Cancelled cancelled ->
                FileResult.failed(filename, Bodies.of(cancelled, Wanted.RECEIPT).body(), index);
            case Outcome.TimedOut late ->
                FileResult.failed(filename, Bodies.of(late).body(), index);
            case Outcome.Unavailable unavailable ->
                FileResult.failed(
                        filename, Bodies.of(unavailable, jobs.retryAfter()).body(), index);
        };
    }
}
