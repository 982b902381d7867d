package pl.paragon.api.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import pl.paragon.api.http.WireTime;
import pl.paragon.api.listen.JobState;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.Money;

/**
 * What is sent of a job's state, in the form that the predecessor documented.
 *
 * @param eventType {@code receipt_progress}, or at the end {@code receipt_processed} or {@code receipt_error}
 * @param eventId for {@code Last-Event-ID}
 * @param userId whom the receipt was uploaded for; absent if that was not said
 * @param room the predecessor's name for where the user listens
 * @param timestamp of this message
 */
record ReceiptMessage(
        String eventType,
        String eventId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String userId,
        @JsonInclude(JsonInclude.Include.NON_NULL) String room,
        Instant timestamp,
        Data data) {

    static final String PROGRESS = "receipt_progress";
    static final String PROCESSED = "receipt_processed";
    static final String ERROR = "receipt_error";

    sealed interface Data {}

    /**
     * @param status {@code completed}
     * @param jobStatus {@code SUCCESS}
     */
    record Processed(JobId taskId, JobId jobId, String status, String jobStatus, Receipt receipt) implements Data {}

    /**
     * The receipt in short; what could not be read is {@code null}. All are but the file's name and the time if the
     * result is temporarily unavailable: the job's status has them later.
     *
     * @param processingTime when it was finished: the predecessor's name for a time, not a duration
     */
    record Receipt(String filename, String store, Money total, Integer itemsCount, Instant processingTime) {}

    /**
     * @param status {@code error}, or {@code cancelled}
     * @param jobStatus {@code FAILURE} or {@code REVOKED}
     * @param error why, a Polish sentence for people
     * @param errorCode why, for machines; absent if the job was cancelled
     * @param timestamp of the end
     */
    record Failed(
            JobId taskId,
            JobId jobId,
            String status,
            String jobStatus,
            String error,
            @JsonInclude(JsonInclude.Include.NON_NULL) String errorCode,
            String filename,
            Instant timestamp)
            implements Data {}

    /**
     * @param status {@code processing}
     * @param jobStatus {@code PENDING}, {@code STARTED}, {@code PROGRESS} or {@code RETRY}
     * @param step only of {@code PROGRESS}, with {@code progress}, in percent, and {@code attempt}
     * @param message for people, in Polish
     * @param retryAt only of {@code RETRY}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            JobId taskId,
            JobId jobId,
            String status,
            String jobStatus,
            String step,
            Integer progress,
            String message,
            String filename,
            Integer attempt,
            Instant retryAt)
            implements Data {}

    String json() {
        return Json.writeText(this);
    }

    static ReceiptMessage of(JobState state, Instant now) {
        Job job = state.job();
        return switch (job.status()) {
            case JobStatus.Pending() ->
                progress(state, now, "PENDING", null, null, "Paragon czeka na przetworzenie", null, null);
            case JobStatus.Started(var at) ->
                progress(state, now, "STARTED", null, null, "Rozpoczęto przetwarzanie paragonu", null, null);
            case JobStatus.Progress(var step, var attempt, var since) ->
                progress(state, now, "PROGRESS", step.id(), step.progress(), step.message(), attempt, null);
            case JobStatus.Retrying(var plan) ->
                progress(
                        state,
                        now,
                        "RETRY",
                        null,
                        null,
                        plan.error().message(),
                        plan.attempt(),
                        WireTime.of(plan.retryAt()));
            case JobStatus.Succeeded success ->
                message(
                        PROCESSED,
                        state,
                        now,
                        new Processed(job.id(), job.id(), "completed", "SUCCESS", receipt(state, success)));
            case JobStatus.Failed(var stage, var attempts, var error, var at) ->
                failed(
                        state,
                        now,
                        "error",
                        "FAILURE",
                        error.message(),
                        error.code().name(),
                        at);
            case JobStatus.Revoked(var at) ->
                failed(state, now, "cancelled", "REVOKED", "Przetwarzanie paragonu anulowano.", null, at);
        };
    }

    private static ReceiptMessage message(String type, JobState state, Instant now, Data data) {
        String user = state.job().submission().userId();
        return new ReceiptMessage(
                type,
                String.valueOf(state.version()),
                user,
                user == null ? null : "user_" + user,
                WireTime.of(now),
                data);
    }

    private static ReceiptMessage progress(
            JobState state,
            Instant now,
            String word,
            String step,
            Integer percent,
            String sentence,
            Integer attempt,
            Instant retryAt) {
        Job job = state.job();
        String filename = job.submission().filename();
        return message(
                PROGRESS,
                state,
                now,
                new Progress(
                        job.id(), job.id(), "processing", word, step, percent, sentence, filename, attempt, retryAt));
    }

    private static ReceiptMessage failed(
            JobState state, Instant now, String status, String word, String error, String code, Instant at) {
        Job job = state.job();
        String filename = job.submission().filename();
        return message(
                ERROR,
                state,
                now,
                new Failed(job.id(), job.id(), status, word, error, code, filename, WireTime.of(at)));
    }

    private static Receipt receipt(JobState state, JobStatus.Succeeded success) {
        String filename = state.job().submission().filename();
        Instant finished = WireTime.of(success.at());
        return state.receipt()
                .map(AnalyzedReceipt::analysis)
                .map(analysis -> new Receipt(
                        filename,
                        analysis.store().normalizedName() == null
                                ? analysis.store().name()
                                : analysis.store().normalizedName(),
                        analysis.totalAmount(),
                        analysis.items().size(),
                        finished))
                .orElseGet(() -> new Receipt(filename, null, null, null, finished));
    }
}
