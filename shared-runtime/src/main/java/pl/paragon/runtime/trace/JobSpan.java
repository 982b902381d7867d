package pl.paragon.runtime.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/**
 * A span of a job's trace. It is current on the thread that opened it until that thread closes it, and so is what the
 * thread's log lines say of the job. While nothing is traced, only the log lines are left of it.
 *
 * <pre>
 *  upload ─▶ ocr ─▶ analysis ─▶ persistence       each the child of the one that published its record
 *             │        └─ attempt ─ grammar, prove
 *             ├─ attempt ─ decode, detect, …      failed, say: its retry is a record as well
 *             └▶ ocr ─▶ analysis ─▶ …
 * </pre>
 */
public final class JobSpan implements AutoCloseable {

    /** The job's id, in the attributes of the spans that begin with a request or a record. */
    public static final AttributeKey<String> JOB = AttributeKey.stringKey("paragon.job_id");

    private static final String TRACER = "pl.paragon";

    private final Span span;
    private final Scope scope;
    private final Map<LogField, String> fieldsBefore;

    private JobSpan(Span span) {
        this.span = span;
        this.scope = span.makeCurrent();
        this.fieldsBefore = LogField.current();
    }

    /** A request that brings a job: the first span of its trace. */
    public static JobSpan ofRequest(String name, JobId job) {
        return of(builder(name).setNoParent().setSpanKind(SpanKind.SERVER), job);
    }

    /** The work of a stage on a record. */
    public static JobSpan ofStage(Stage stage, JobId job, Headers record) {
        JobSpan span = ofRecord(stage.id(), job, record);
        LogField.STAGE.put(stage.id());
        return span;
    }

    /** What follows from a record. */
    public static JobSpan ofRecord(String name, JobId job, Headers record) {
        return of(builder(name).setParent(RecordTrace.read(record)).setSpanKind(SpanKind.CONSUMER), job);
    }

    private static JobSpan of(SpanBuilder builder, JobId job) {
        JobSpan opened = new JobSpan(builder.setAttribute(JOB, job.toString()).startSpan());
        LogField.JOB_ID.put(job.toString());
        if (opened.span.getSpanContext().isSampled()) {
            LogField.TRACE_ID.put(opened.span.getSpanContext().getTraceId());
        }
        return opened;
    }

    /** A part of the work that this thread's span stands for; nothing if it has none. */
    public static JobSpan part(String name) {
        return new JobSpan(
                Span.current().getSpanContext().isValid() ? builder(name).startSpan() : Span.getInvalid());
    }

    private static SpanBuilder builder(String name) {
        return GlobalOpenTelemetry.getOrNoop().getTracer(TRACER).spanBuilder(name);
    }

    /** The same task for another thread, with this thread's span and what its log lines say of the job. */
    public static Runnable carriedTo(Runnable task) {
        Context context = Context.current();
        Map<LogField, String> fields = LogField.current();
        return () -> {
            Map<LogField, String> before = LogField.current();
            LogField.replace(fields);
            try (Scope scope = context.makeCurrent()) {
                task.run();
            } finally {
                LogField.replace(before);
            }
        };
    }

    public JobSpan with(String attribute, long value) {
        span.setAttribute(attribute, value);
        return this;
    }

    /** @param why an error code, or the name of an exception */
    public void failed(String why) {
        span.setStatus(StatusCode.ERROR, why);
    }

    @Override
    public void close() {
        scope.close();
        LogField.replace(fieldsBefore);
        span.end();
    }
}
