package pl.paragon.api.v2;

import java.util.function.Function;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.api.v3.result.AnalysisView;
import pl.paragon.api.v3.result.ResultView;

/**
 * The status of a task, flat and without an envelope. What does not apply is {@code null}.
 *
 * @param status {@code pending}, {@code processing}, {@code retry}, {@code completed}, {@code failed} or
 *     {@code revoked}
 * @param progress percent
 * @param error why it failed, or is tried again: a Polish sentence for people
 */
public record TaskView(
        String status, String taskId, Integer progress, String step, String message, Result result, String error) {

    /** What the predecessor's task returned, and the same once more in {@code data}, as its successor had it. */
    public record Result(
            int statusCode,
            String message,
            ReadingResource.ReceiptView data,
            String ocrText,
            AnalysisView analysis,
            ReadingResource.ReceiptView.Metadata metadata) {

        private static Result of(ReadingResource.ReceiptView view) {
            return new Result(
                    200, "Receipt processed successfully", view, view.ocrText(), view.analysis(), view.metadata());
        }
    }

    static TaskView pending(String task) {
        return new TaskView("pending", task, 0, null, "Task is waiting for execution", null, null);
    }

    /** @param results reads the result of a job that succeeded */
    static TaskView of(Job job, Function<JobStatus.Succeeded, ResultView> results) {
        String task = job.id().toString();
        return switch (job.status()) {
            case JobStatus.Pending() -> pending(task);
            case JobStatus.Started(var at) -> processing(task, 0, null, "Task has been started");
            case JobStatus.Progress(var step, var attempt, var since) ->
                processing(task, step.progress(), step.id(), step.message());
            case JobStatus.Retrying(var plan) ->
                new TaskView(
                        "retry",
                        task,
                        null,
                        null,
                        "Task is being retried",
                        null,
                        plan.error().message());
            case JobStatus.Succeeded success ->
                new TaskView(
                        "completed",
                        task,
                        100,
                        null,
                        "Task completed successfully",
                        Result.of(ReadingResource.ReceiptView.of(results.apply(success))),
                        null);
            case JobStatus.Failed failed ->
                new TaskView(
                        "failed",
                        task,
                        null,
                        null,
                        "Task failed",
                        null,
                        failed.error().message());
            case JobStatus.Revoked(var at) ->
                new TaskView("revoked", task, null, null, "Task has been cancelled", null, null);
        };
    }

    private static TaskView processing(String task, int progress, String step, String message) {
        return new TaskView("processing", task, progress, step, message, null, null);
    }
}
