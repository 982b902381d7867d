package pl.paragon.api.intake;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import pl.paragon.api.limit.Quota;

/** Why an upload is not accepted. Each edge has its own words for it. Those of one file of a batch are remembered. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "refusal")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Refusal.NoContentType.class, name = "no-content-type"),
    @JsonSubTypes.Type(value = Refusal.UnsupportedType.class, name = "unsupported-type"),
    @JsonSubTypes.Type(value = Refusal.TooLarge.class, name = "too-large"),
    @JsonSubTypes.Type(value = Refusal.Empty.class, name = "empty"),
    @JsonSubTypes.Type(value = Refusal.TypeMismatch.class, name = "type-mismatch"),
    @JsonSubTypes.Type(value = Refusal.BadArchive.class, name = "bad-archive"),
    @JsonSubTypes.Type(value = Refusal.Unavailable.class, name = "unavailable")
})
public sealed interface Refusal {

    /** The body is not a form, or has no file in its field {@code file}. */
    record NoFile() implements Refusal {}

    /** The file has no media type, and its bytes are of no supported one. */
    record NoContentType() implements Refusal {}

    record UnsupportedType(String contentType) implements Refusal {}

    /**
     * @param most bytes that a file may have
     * @param atLeast bytes that it has; all of them if the request's length says so, otherwise what was counted
     */
    record TooLarge(long most, long atLeast) implements Refusal {}

    record Empty(String filename) implements Refusal {}

    /** @param detected the media type of the content; empty if it is not a supported one */
    record TypeMismatch(String declared, Optional<String> detected) implements Refusal {}

    /** A ZIP that is broken, or of which nothing is unpacked. @param why a sentence for the client */
    record BadArchive(String why) implements Refusal {}

    /**
     * A batch of more than it may have.
     *
     * @param of what: files, or bytes
     */
    record BatchTooLarge(String of, long most) implements Refusal {}

    /** No file of a batch is accepted. */
    record BatchRefused(List<FileRefusal> files) implements Refusal {}

    /** Why one file of a batch is refused. */
    record FileRefusal(String filename, Refusal refusal) {}

    /** The body does not follow the syntax of a form. */
    record Malformed(String why) implements Refusal {}

    /** The client disconnected, or stopped sending, before its body was complete. */
    record BrokenOff() implements Refusal {}

    record BadField(String field, String why) implements Refusal {}

    /** The upload is fine and can be sent again. */
    record Unavailable(Dependency dependency) implements Refusal {}

    /** The file store has no room for the file, which can be sent again once there is some. */
    record StoreFull() implements Refusal {}

    /** The user has submitted as many jobs as they may for now. */
    record RateLimited(Quota quota) implements Refusal {}

    /** Another request with the same idempotency key is under way. */
    record KeyInFlight() implements Refusal {}

    /** The idempotency key was used for an upload with another file, file name or user. */
    record KeyReused() implements Refusal {}

    /** @param why a sentence for the client */
    record BadKey(String why) implements Refusal {}

    /** What an upload cannot be accepted without. */
    enum Dependency {
        BROKER,
        FILE_STORE,
        /** Only for uploads with an idempotency key. */
        KEY_STORE
    }
}
