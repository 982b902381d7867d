package pl.paragon.running.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One part of the stack.
 *
 * @param name e.g. {@code "kafka"} or {@code "ocr-worker"}
 * @param port that it listens on
 * @param condition its current condition
 * @param since when that began
 * @param startTook how long its last start took, if it became ready
 * @param restarts how often it was restarted
 * @param process its process, if it has one
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
