package pl.paragon.worker.crew;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.Stage;

/** What a crew is made to hear. */
public final class CrewFixture {

    private CrewFixture() {}

    public static void hears(Crew crew, Incarnation worker, WorkerHeartbeat.Condition condition) {
        hears(crew, worker, condition, 0);
    }

    static void hears(Crew crew, Incarnation worker, WorkerHeartbeat.Condition condition, int activeJobs) {
        crew.heard(new WorkerHeartbeat(worker.id(), Stage.OCR, Instant.EPOCH, activeJobs, 2, condition, null));
    }

    /** Has the crew's own worker be heard at a steady pace, for so long. */
    public static void listensFor(Crew crew, Consumer<Duration> advance, Duration time) {
        Duration pace = Duration.ofSeconds(2);
        hears(crew, crew.self(), WorkerHeartbeat.Condition.WORKING);
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(pace)) {
            advance.accept(pace);
            hears(crew, crew.self(), WorkerHeartbeat.Condition.WORKING);
        }
    }
}
