package pl.paragon.runtime.trace;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The trace that a record belongs to, in its headers as W3C Trace Context has them ({@code traceparent}). */
public final class RecordTrace {

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Headers> GETTER = new TextMapGetter<>() {
        @Override
        public List<String> keys(Headers headers) {
            return Arrays.stream(headers.toArray()).map(Header::key).toList();
        }

        @Override
        public String get(Headers headers, String key) {
            Header header = headers.lastHeader(key);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    };

    private RecordTrace() {}

    /** Adds this thread's span to the headers of a record; nothing if there is none. */
    public static void write(Headers headers) {
        W3C.inject(Context.current(), headers, (target, key, value) -> target.remove(key)
                .add(key, value.getBytes(StandardCharsets.UTF_8)));
    }

    /** The context of the span that published the record; an empty one if none did, or if its header is malformed. */
    static Context read(Headers headers) {
        return W3C.extract(Context.root(), headers, GETTER);
    }
}
