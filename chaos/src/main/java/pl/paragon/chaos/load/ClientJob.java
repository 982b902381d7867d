package pl.paragon.chaos.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An accepted job as its client saw it. Thread-safe. */
public final class ClientJob {

    private final String id;
    private final Sample sample;
    private final Instant accepted;
    private final List<String> surprises = new ArrayList<>();
    private boolean cancelAsked;
    private String end;

    public ClientJob(String id, Sample sample, Instant accepted) {
        this.id = id;
        this.sample = sample;
        this.accepted = accepted;
    }

    public String id() {
        return id;
    }

    public Sample sample() {
        return sample;
    }

    public Instant accepted() {
        return accepted;
    }

    /** Whether a cancel request was sent, whatever was answered. */
    public synchronized boolean cancelAsked() {
        return cancelAsked;
    }

    /** The final status that the client was shown. */
    public synchronized Optional<String> end() {
        return Optional.ofNullable(end);
    }

    /** What no client should be answered, for people. */
    public synchronized List<String> surprises() {
        return List.copyOf(surprises);
    }

    public synchronized void cancelIsAsked() {
        cancelAsked = true;
    }

    public synchronized void shown(String status, boolean ended) {
        if (end != null && !end.equals(status)) {
            surprises.add("the status was " + end + " and then " + status);
        }
        if (ended) {
            end = status;
        }
    }

    synchronized void surprised(String what) {
        surprises.add(what);
    }
}
