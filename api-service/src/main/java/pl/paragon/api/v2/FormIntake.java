package pl.paragon.api.v2;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pl.paragon.api.batch.Batch;
import pl.paragon.api.batch.BatchIntake;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.http.upload.UploadEdge;
import pl.paragon.api.http.upload.UploadExchange;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.intake.FormReader;
import pl.paragon.api.intake.ReceiptIntake;
import pl.paragon.api.intake.Refusal;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.AnalyzedReceipt;

/**
 * Submits what a request of version 1 or 2 brings, or ends the request with the refusal. Only what is kept can be
 * submitted once only: a job that is deleted with its answer has nothing left to repeat.
 */
@ApplicationScoped
class FormIntake {

    /** As the successor had it. */
    private static final int MOST_FILES = 50;

    private final ReceiptIntake intake;
    private final BatchIntake batches;
    private final UploadEdge edge;

    FormIntake(ReceiptIntake intake, BatchIntake batches, UploadEdge edge) {
        this.intake = intake;
        this.batches = batches;
        this.edge = edge;
    }

    /** A file whose receipt is kept. @param userId beside the form, or {@code null} */
    Task kept(Submitter submitter, RoutingContext exchange, InputStream body, String userId) {
        UploadExchange upload = edge.of(exchange, Bodies::refused);
        FormReader.Request form = upload.form(body);
        Optional<IdempotencyKey> key = upload.key();
        return new Task(job(intake.take(submitter, key, form, userId), upload), key.isPresent());
    }

    /**
     * A file that is only read.
     *
     * @param userId beside the form, or {@code null}
     * @param words the edge's for a refusal
     */
    Task read(
            Submitter submitter,
            RoutingContext exchange,
            InputStream body,
            String userId,
            Function<Refusal, ErrorBody> words) {
        UploadExchange upload = edge.of(exchange, words);
        FormReader.Request form = upload.form(body);
        return new Task(job(intake.take(submitter, Optional.empty(), form, userId), upload), false);
    }

    /** A text that is only analysed. */
    Task text(Submitter submitter, RoutingContext exchange, String text) {
        UploadExchange upload = edge.of(exchange, Bodies::refused);
        return new Task(job(intake.takeText(submitter, text, upload.address()), upload), false);
    }

    /** A receipt that the client enters, and the JSON that it sends. */
    Task entered(Submitter submitter, RoutingContext exchange, byte[] json, AnalyzedReceipt receipt) {
        UploadExchange upload = edge.of(exchange, Bodies::refused);
        Optional<IdempotencyKey> key = upload.key();
        ReceiptIntake.Decision decision = intake.takeReceipt(submitter, key, json, receipt, upload.address());
        return new Task(job(decision, upload), key.isPresent());
    }

    /** What became of a batch. */
    sealed interface Batching {}

    /** @param named by an idempotency key */
    record Batched(Batch batch, boolean named) implements Batching {}

    record AllRefused(List<Refusal.FileRefusal> files) implements Batching {}

    /** Several files. @param userId beside the form, or {@code null} */
    Batching batch(Submitter submitter, RoutingContext exchange, InputStream body, String userId) {
        UploadExchange upload = edge.of(exchange, Bodies::batchRefused);
        FormReader.Request form = upload.form(body);
        Optional<IdempotencyKey> key = upload.key();
        return switch (batches.take(submitter, key, form, userId, MOST_FILES)) {
            case BatchIntake.Accepted(var batch, var quota) -> {
                upload.accepted(batch.accepted().count(), quota);
                yield new Batched(batch, key.isPresent());
            }
            case BatchIntake.Repeated(var batch) -> {
                upload.repeated();
                yield new Batched(batch, true);
            }
            case BatchIntake.Refused(Refusal.BatchRefused all) -> {
                upload.noteRefused(all);
                yield new AllRefused(all.files());
            }
            case BatchIntake.Refused(var refusal) -> throw upload.refused(refusal);
        };
    }

    private static JobId job(ReceiptIntake.Decision decision, UploadExchange upload) {
        return switch (decision) {
            case ReceiptIntake.Accepted(var job, var submission, var quota) -> {
                upload.accepted(1, quota);
                yield job;
            }
            case ReceiptIntake.Repeated(var job, var submission) -> {
                upload.repeated();
                yield job;
            }
            case ReceiptIntake.Refused(var refusal) -> throw upload.refused(refusal);
        };
    }
}
