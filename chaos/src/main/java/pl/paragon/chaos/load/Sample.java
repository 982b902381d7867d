package pl.paragon.chaos.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import pl.paragon.testsupport.hostile.HostileFile;

/**
 * A file that a client sends, and what the client does with its job.
 *
 * @param number from 1
 * @param due when it is sent, counted from the begin of the load
 * @param cancelAfter how long after it was accepted the client cancels it, if it does
 */
public record Sample(int number, Path file, Nature nature, Duration due, Optional<Duration> cancelAfter) {

    /** What is in the file, and so how its job may end. */
    public sealed interface Nature {}

    /** A receipt that can be read. */
    public record Receipt(Paper paper) implements Nature {}

    /** A file that means harm. */
    public record Hostile(HostileFile hostile) implements Nature {}

    /** What a receipt comes as. */
    public enum Paper {
        /** A PDF of one to three pages with their text in it. */
        TEXT_PDF,
        PICTURE,
        /** A PDF of pages that are pictures: it takes long enough to be interrupted. */
        SCAN
    }

    /** The name of its n-th upload; no two uploads have the same. */
    public String uploadName(int upload) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return upload == 1 ? name : name.substring(0, dot) + "-again-" + upload + name.substring(dot);
    }
}
