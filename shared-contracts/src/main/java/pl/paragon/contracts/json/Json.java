package pl.paragon.contracts.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.Topic;

/**
 * The one JSON codec: snake_case names, times in ISO-8601 UTC with {@code Z}, money as decimal numbers with two places,
 * {@code null} written out. Unknown properties are ignored, so that a newer writer does not stop an older reader.
 */
public final class Json {

    private static final ObjectMapper MAPPER = configure(JsonMapper.builder()).build();

    private Json() {}

    /** The same rules for a mapper that a framework makes. */
    public static <M extends ObjectMapper, B extends com.fasterxml.jackson.databind.cfg.MapperBuilder<M, B>>
            B configure(B builder) {
        return builder.addModules(new JavaTimeModule(), new Jdk8Module())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .serializationInclusion(JsonInclude.Include.ALWAYS)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .nodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    }

    /** The shared mapper; never reconfigure it. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    public static String writeText(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** @throws UndecodableException if the text is not JSON of this type, saying what is wrong */
    public static <T> T read(byte[] json, Class<T> type) {
        if (json == null) {
            throw new UndecodableException("no " + type.getSimpleName() + " but an empty record");
        }
        try {
            return Objects.requireNonNull(MAPPER.readValue(json, type), "the JSON text is null");
        } catch (IOException | RuntimeException e) {
            throw undecodable(type, e);
        }
    }

    /** @throws UndecodableException if the text is not JSON of this type, saying what is wrong */
    public static <T> T read(InputStream json, Class<T> type) {
        try {
            return Objects.requireNonNull(MAPPER.readValue(json, type), "the JSON text is null");
        } catch (IOException | RuntimeException e) {
            throw undecodable(type, e);
        }
    }

    /**
     * A record of a topic as its fact.
     *
     * @throws UndecodableException if the record is not the topic's kind of fact, saying what is wrong
     */
    public static <E extends Event> E readEvent(Topic topic, Class<E> type, byte[] json) {
        if (topic.type() != type) {
            throw new IllegalArgumentException(
                    topic.id() + " holds " + topic.type().getSimpleName() + ", not " + type.getSimpleName());
        }
        Event event = read(json, Event.class);
        if (!type.isInstance(event)) {
            throw new UndecodableException(topic.id() + " holds " + type.getSimpleName() + ", but this record is a "
                    + event.getClass().getSimpleName());
        }
        return type.cast(event);
    }

    private static UndecodableException undecodable(Class<?> type, Exception e) {
        return new UndecodableException("no " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
}
