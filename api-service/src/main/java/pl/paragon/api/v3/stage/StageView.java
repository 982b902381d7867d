package pl.paragon.api.v3.stage;

import java.time.Instant;
import java.util.Optional;
import pl.paragon.api.health.Workers;
import pl.paragon.api.http.WireTime;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.job.Stage;

/**
 * A stage.
 *
 * @param stage {@code ocr}, {@code analysis} or {@code persistence}
 * @param workers how many of them live
 * @param activeJobs how many jobs they work on
 * @param capacity how many they can work on at a time
 * @param backlog how many records they have not finished, as of a few seconds ago
 * @param pause {@code null} if the stage is not paused
 */
public record StageView(String stage, int workers, int activeJobs, int capacity, long backlog, PauseView pause) {

    /** @param owner who paused it */
    public record PauseView(Instant since, Instant until, String owner, String reason) {

        static PauseView of(StagePaused pause) {
            return new PauseView(
                    WireTime.of(pause.occurredAt()), WireTime.of(pause.until()), pause.owner(), pause.reason());
        }
    }

    static StageView of(Stage stage, Workers.Crew crew, long backlog, Optional<StagePaused> pause) {
        return new StageView(
                stage.id(),
                crew.workers(),
                crew.activeJobs(),
                crew.capacity(),
                backlog,
                pause.map(PauseView::of).orElse(null));
    }
}
