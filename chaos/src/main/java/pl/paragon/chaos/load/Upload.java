package pl.paragon.chaos.load;

import java.time.Instant;

/**
 * One upload and what came of it.
 *
 * @param filename that the gateway was told: no other upload has it
 */
public record Upload(Sample sample, String filename, Instant at, Result result) {

    public sealed interface Result {}

    /** 202. */
    public record Accepted(String job) implements Result {}

    /** Any other answer. @param error its {@code error_code}, may be empty */
    public record Refused(int code, String error) implements Result {}

    /** The gateway died, or took too long: the job may have been accepted or not. */
    public record Unanswered(String why) implements Result {}
}
