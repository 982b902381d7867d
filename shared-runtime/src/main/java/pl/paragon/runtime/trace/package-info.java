/**
 * Where a job is on its way: {@link pl.paragon.runtime.trace.JobSpan} opens the spans of its trace and puts its id into
 * the log lines of the thread that works on it; Kafka's records carry the trace from service to service. Spans are
 * recorded only if {@link pl.paragon.runtime.trace.TracingConfig} says where to send them.
 */
package pl.paragon.runtime.trace;
