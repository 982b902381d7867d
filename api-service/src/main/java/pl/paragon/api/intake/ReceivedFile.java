package pl.paragon.api.intake;

/**
 * A file that arrives.
 *
 * @param filename for display
 * @param declaredType its media type as the client says, or an empty string
 * @param rest how many bytes of it follow, as far as the request says; negative if it does not
 */
public record ReceivedFile(String filename, String declaredType, long rest) {

    /** One of which nobody says anything but its name, which is cleaned: what it is, its bytes say. */
    public static ReceivedFile named(String name) {
        return new ReceivedFile(DisplayName.of(name), "application/octet-stream", -1);
    }

    /** One of a form. */
    public static ReceivedFile of(PartHead head) {
        return new ReceivedFile(
                DisplayName.of(head.filename().orElse("")), head.contentType().orElse(""), -1);
    }
}
