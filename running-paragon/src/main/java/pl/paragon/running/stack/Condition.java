package pl.paragon.running.stack;

import java.util.Locale;

/** The condition of a part of the stack. */
public enum Condition {
    /** Not started yet. */
    WAITING,
    STARTING,
    READY,
    /** It ended or failed its liveness checks, and is being restarted. */
    RESTARTING,
    STOPPING,
    STOPPED,
    /** It did not start, so the stack did not either. */
    FAILED;

    /** The word for people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
