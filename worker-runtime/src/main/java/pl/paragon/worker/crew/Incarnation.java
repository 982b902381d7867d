package pl.paragon.worker.crew;

import java.util.UUID;

/**
 * One life of one worker process: a new one at each start, so that what a dead process left behind is never taken for
 * the work of its successor.
 *
 * @param id unique among all workers of all time
 */
public record Incarnation(String id) {

    public static Incarnation random() {
        return new Incarnation(UUID.randomUUID().toString());
    }
}
