package pl.paragon.api.v3.batch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.api.batch.Batch;
import pl.paragon.api.batch.BatchProgress;
import pl.paragon.api.error.ErrorFormat.Language;
import pl.paragon.api.http.WireTime;
import pl.paragon.api.status.JobStatus;
import pl.paragon.api.v3.Eta;
import pl.paragon.api.v3.StatusWord;

/**
 * {@code data} of an answer about a batch.
 *
 * @param finished whether no job of it is under way any more
 * @param total how many files it had
 * @param counts of its files, by their statuses
 * @param files in the order in which they came; fewer than {@code total} once the refused ones are forgotten
 * @param eta of the last job
 */
public record BatchView(
        String batchId,
        Instant submittedAt,
        boolean finished,
        int total,
        Map<String, Integer> counts,
        List<BatchFileView> files,
        @JsonUnwrapped Eta eta) {

    private static final List<String> STATUSES = List.of(
            StatusWord.PENDING,
            StatusWord.STARTED,
            StatusWord.PROGRESS,
            StatusWord.RETRY,
            StatusWord.SUCCESS,
            StatusWord.FAILURE,
            StatusWord.REVOKED,
            BatchFileView.REFUSED,
            BatchFileView.DELETED);

    /** One that was accepted just now. */
    static BatchView of(Batch batch, Language language) {
        List<BatchProgress.File> files =
                batch.files().stream().map(BatchView::waiting).toList();
        return of(new BatchProgress(batch.id(), batch.submittedAt(), files.size(), files, Optional.empty()), language);
    }

    private static BatchProgress.File waiting(Batch.Entry entry) {
        return switch (entry) {
            case Batch.Accepted(var filename, var job, var size) ->
                new BatchProgress.Accepted(filename, job, size, new BatchProgress.Told(new JobStatus.Pending()));
            case Batch.Refused(var filename, var refusal) -> new BatchProgress.Refused(filename, refusal);
        };
    }

    static BatchView of(BatchProgress progress, Language language) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        STATUSES.forEach(status -> counts.put(status, 0));
        List<BatchFileView> files = progress.files().stream()
                .map(file -> BatchFileView.of(file, language))
                .toList();
        files.forEach(file -> counts.merge(file.status(), 1, Integer::sum));
        return new BatchView(
                progress.id().toString(),
                WireTime.of(progress.submittedAt()),
                files.stream().noneMatch(file -> isUnderWay(file.status())),
                progress.total(),
                counts,
                files,
                progress.forecast().map(Eta::of).orElse(null));
    }

    private static boolean isUnderWay(String status) {
        return !StatusWord.isFinal(status)
                && !status.equals(BatchFileView.REFUSED)
                && !status.equals(BatchFileView.DELETED);
    }
}
