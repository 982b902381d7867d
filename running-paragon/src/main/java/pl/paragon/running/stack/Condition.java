package pl.paragon.running.stack;

import java.util.Locale;

/** How a part of the stack is. */
public enum Condition {
    /** Its turn has not come. */
    WAITING,
    STARTING,
    READY,
    /** It died or did not answer any more, and is being started again. */
    RESTARTING,
    STOPPING,
    STOPPED,
    /** It could not be started, so the stack was not. */
    FAILED;

    /** The word for people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
