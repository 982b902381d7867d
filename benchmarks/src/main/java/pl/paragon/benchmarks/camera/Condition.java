package pl.paragon.benchmarks.camera;

import java.util.List;
import java.util.Locale;

/** What happened to a receipt before Paragon sees it. */
public enum Condition {
    /** Flat, evenly lit. */
    SCANNED,
    /** A few degrees askew. */
    TILTED,
    /** By a quarter, either way. */
    SIDEWAYS,
    UPSIDE_DOWN,
    /** Taken from an angle. */
    PERSPECTIVE,
    /** One or two folds across, each with its shade and its kink. */
    FOLDED,
    /** A shadow over a part of it. */
    SHADED,
    /** Little light, much sensor. */
    NOISY,
    /** Not quite in focus. */
    BLURRED,
    /** Old thermal paper. */
    FADED,
    /** Sent through a messenger: small, and compressed much. */
    COMPRESSED,
    /** A small picture. */
    SMALL,
    /** On a table, with a bit of everything. */
    ON_TABLE,
    /** A screenshot as it is. */
    SCREENSHOT,
    /** A screenshot that was made smaller and compressed. */
    SHARED_SCREENSHOT;

    public static final List<Condition> OF_PAPER = List.of(
            SCANNED,
            TILTED,
            SIDEWAYS,
            UPSIDE_DOWN,
            PERSPECTIVE,
            FOLDED,
            SHADED,
            NOISY,
            BLURRED,
            FADED,
            COMPRESSED,
            SMALL,
            ON_TABLE);

    public static final List<Condition> OF_SCREENS = List.of(SCREENSHOT, SHARED_SCREENSHOT);

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
