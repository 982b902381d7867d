package pl.paragon.running.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One part of the stack.
 *
 * @param name e.g. {@code "kafka"} or {@code "ocr-worker"}
 * @param port that it listens on
 * @param condition how it is
 * @param since when it has been so
 * @param startTook how long its last start took, where it has come to be ready
 * @param restarts how often it was started again
 * @param process its process, where it has one
 * @param detail a sentence for people, may be empty
 */
public record PartState(
        String name,
        int port,
        Condition condition,
        Instant since,
        Optional<Duration> startTook,
        int restarts,
        Optional<ProcessRecord> process,
        String detail) {}
