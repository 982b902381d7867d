package pl.paragon.api.board;

/** Tells an unknown job from one that is not projected yet. */
@FunctionalInterface
public interface Completeness {

    /**
     * Whether every fact that was published up to now is in the store, so that a job it does not have does not exist.
     */
    boolean isComplete(FactStore.Coverage coverage);
}
