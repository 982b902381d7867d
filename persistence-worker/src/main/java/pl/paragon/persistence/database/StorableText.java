package pl.paragon.persistence.database;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import pl.paragon.contracts.json.Json;

/**
 * PostgreSQL stores every character but U+0000, which the text layer of a broken PDF may contain: it is replaced
 * wherever it occurs in a value.
 */
public final class StorableText {

    private static final ObjectMapper REPLACING = Json.mapper()
            .copy()
            .registerModule(new SimpleModule().addDeserializer(String.class, new ReplacingDeserializer()));

    private StorableText() {}

    /** The same value with every U+0000 in its texts replaced by U+FFFD, the replacement character. */
    public static <T> T in(T value, Class<T> type) {
        String json = Json.writeText(value);
        if (!json.contains("\\u0000")) {
            return value;
        }
        try {
            return REPLACING.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON cannot be read: " + type, e);
        }
    }

    private static final class ReplacingDeserializer extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        private ReplacingDeserializer() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return text == null ? null : text.replace('\u0000', '\uFFFD');
        }
    }
}
