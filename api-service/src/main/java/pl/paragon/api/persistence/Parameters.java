package pl.paragon.api.persistence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The query of an address, whose values may be any text. */
public record Parameters(String text) {

    public static Parameters of(String name, Object value) {
        return new Parameters("").with(name, value);
    }

    public Parameters with(String name, Object value) {
        return new Parameters(text + (text.isEmpty() ? "?" : "&") + name + "="
                + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }

    /** The same without the parameter if there is no value. */
    public Parameters withAny(String name, Optional<?> value) {
        return value.map(given -> with(name, given)).orElse(this);
    }

    /** With its question mark. */
    @Override
    public String toString() {
        return text;
    }
}
