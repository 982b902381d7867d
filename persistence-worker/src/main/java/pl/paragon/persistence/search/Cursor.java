package pl.paragon.persistence.search;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import pl.paragon.contracts.saved.ReceiptOrder;

/**
 * The last receipt of a page, so that the next page begins behind it whatever is saved or deleted meanwhile.
 *
 * @param key its value of what the list is ordered by, as text
 */
record Cursor(ReceiptOrder order, String key, UUID receipt) {

    private static final int UUID_LENGTH = 36;

    /** Opaque: clients are not to make their own. */
    String text() {
        String plain = order.name().charAt(0) + receipt.toString() + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws MalformedCursorException if it is none, or none of a list in this order */
    static Cursor parse(String text, ReceiptOrder order) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (plain.charAt(0) != order.name().charAt(0)) {
                throw new IllegalArgumentException("of another order");
            }
            String key = plain.substring(1 + UUID_LENGTH);
            requireKey(order, key);
            return new Cursor(order, key, UUID.fromString(plain.substring(1, 1 + UUID_LENGTH)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw new MalformedCursorException("no cursor: " + text, e);
        }
    }

    private static void requireKey(ReceiptOrder order, String key) {
        switch (order) {
            case NEWEST -> LocalDate.parse(key);
            case STORE -> {
                if (key.indexOf('\u0000') >= 0) {
                    throw new IllegalArgumentException("PostgreSQL has no such text");
                }
            }
        }
    }
}
