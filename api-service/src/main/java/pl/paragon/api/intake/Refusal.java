package pl.paragon.api.intake;

import java.util.List;
import java.util.Optional;

/** Why an upload is not accepted. Each edge puts it into its own words. */
public sealed interface Refusal {

    /** The body is no form, or has no file in its field {@code file}. */
    record NoFile() implements Refusal {}

    record NoContentType() implements Refusal {}

    record UnsupportedType(String contentType, List<String> supported) implements Refusal {}

    /**
     * @param most bytes that a file may have
     * @param atLeast bytes that it has; all of them if the request's length says so, otherwise what was counted
     */
    record TooLarge(long most, long atLeast) implements Refusal {}

    record Empty(String filename) implements Refusal {}

    /** @param detected the media type of the content; empty if it is none that is read */
    record TypeMismatch(String declared, Optional<String> detected) implements Refusal {}

    /** The body is not the form that it says it is. */
    record Malformed(String why) implements Refusal {}

    /** The client went away, or fell silent, before its body was complete. */
    record BrokenOff() implements Refusal {}

    record BadField(String field, String why) implements Refusal {}

    /** Nothing is wrong with the upload: it can be tried again. */
    record Unavailable(Dependency dependency) implements Refusal {}

    /** What an upload cannot be accepted without. */
    enum Dependency {
        BROKER,
        FILE_STORE
    }
}
