package pl.paragon.api.board;

import java.util.function.Supplier;

/** Tells an unknown job from one that is not projected yet. */
@FunctionalInterface
public interface Completeness {

    /**
     * Whether every fact that was published before this call is in the store, so that a job it does not have does not
     * exist.
     *
     * @param coverage reads how far the projection is, perhaps more than once
     * @throws StatusUnavailableException if the store is unavailable
     */
    boolean isComplete(Supplier<FactStore.Coverage> coverage);
}
