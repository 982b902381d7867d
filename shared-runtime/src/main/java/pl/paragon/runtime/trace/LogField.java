package pl.paragon.runtime.trace;

import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.MDC;

/** What a log line says of the job that its thread works on: a field of its own in JSON, and in the MDC. */
public enum LogField {
    JOB_ID("jobId"),
    /** Of a worker that takes the job through its stage. */
    STAGE("stage"),
    /** If the job's trace is recorded. */
    TRACE_ID("traceId");

    private final String id;

    LogField(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    void put(String value) {
        MDC.put(id, value);
    }

    /** The fields of this thread's log lines. */
    static Map<LogField, String> current() {
        Map<LogField, String> fields = new TreeMap<>();
        for (LogField field : values()) {
            if (MDC.get(field.id) instanceof String value) {
                fields.put(field, value);
            }
        }
        return fields;
    }

    /** Makes these the fields of this thread's log lines, and no others. */
    static void replace(Map<LogField, String> fields) {
        for (LogField field : values()) {
            String value = fields.get(field);
            if (value == null) {
                MDC.remove(field.id);
            } else {
                field.put(value);
            }
        }
    }
}
