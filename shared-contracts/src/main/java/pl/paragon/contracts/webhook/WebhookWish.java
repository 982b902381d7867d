package pl.paragon.contracts.webhook;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The wish for a new webhook, the body of {@code POST /internal/webhooks}.
 *
 * @param url where messages are sent to; whether that is allowed is for the receiver policy to say
 * @param events what to tell of; everything if it is absent
 * @param description to people; may be empty
 */
public record WebhookWish(String url, List<WebhookEvent> events, String description) {

    private static final int LONGEST_DESCRIPTION = 200;

    /** @throws IllegalArgumentException saying which field is wrong */
    public WebhookWish {
        url = Objects.requireNonNullElse(url, "").strip();
        if (url.isEmpty()) {
            throw new IllegalArgumentException("url is missing");
        }
        if (events != null && events.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("an event is null");
        }
        Set<WebhookEvent> different =
                new TreeSet<>(Objects.requireNonNullElseGet(events, () -> List.of(WebhookEvent.values())));
        if (different.isEmpty()) {
            throw new IllegalArgumentException("events names none; leave it out for all of them");
        }
        events = List.copyOf(different);
        description = Objects.requireNonNullElse(description, "").strip();
        if (description.length() > LONGEST_DESCRIPTION
                || description.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "description has at most " + LONGEST_DESCRIPTION + " characters, none of them a control character");
        }
    }
}
