package pl.paragon.worker.crew;

/** What is known of a worker. */
public enum Life {
    ALIVE,
    /** It said that it leaves with nothing left to do, or fell silent for longer than any living worker does. */
    DEAD,
    /** This worker has not listened for long enough to tell, or hears nobody at the moment. */
    UNKNOWN
}
