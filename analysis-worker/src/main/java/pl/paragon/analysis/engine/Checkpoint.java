package pl.paragon.analysis.engine;

/**
 * Where an analysis may be stopped. Every loop whose length depends on the file passes one; between two of them the
 * work is bounded by {@link TextLimits}.
 */
@FunctionalInterface
public interface Checkpoint {

    /** For work that nobody stops. */
    Checkpoint NONE = () -> {};

    /** Throws if the work was told to stop; otherwise returns at once, so that it may be called very often. */
    void pass();
}
