package pl.paragon.api.error;

/**
 * The body of every error. The predecessor's clients disagree on where the error stands (on top, or inside {@code detail}), so it stands in both places.
 *
 * @param details what a machine can use; an object
 * @param detail the same again as an object; for a missing field FastAPI's list, for an unknown path its plain sentence
 */
public record ErrorBody(int statusCode, String errorCode, String message, Object details, Object detail) {

    /** What stands inside {@code detail} where it is an object. */
    public record Detail(int statusCode, String errorCode, String message, Object details) {}
}
