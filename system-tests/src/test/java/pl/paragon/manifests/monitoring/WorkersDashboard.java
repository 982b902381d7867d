package pl.paragon.manifests.monitoring;

import static pl.paragon.manifests.monitoring.PromQl.increase;
import static pl.paragon.manifests.monitoring.PromQl.max;
import static pl.paragon.manifests.monitoring.PromQl.orNone;
import static pl.paragon.manifests.monitoring.PromQl.perMinute;
import static pl.paragon.manifests.monitoring.PromQl.sum;
import static pl.paragon.manifests.monitoring.Series.foreign;
import static pl.paragon.manifests.monitoring.Series.of;
import static pl.paragon.runtime.metrics.Metric.OCR_PAGE;
import static pl.paragon.runtime.metrics.Metric.OCR_THREADS_ABANDONED;
import static pl.paragon.runtime.metrics.Metric.OCR_THREADS_BUSY;
import static pl.paragon.runtime.metrics.Metric.STAGE_ACTIVE_JOBS;
import static pl.paragon.runtime.metrics.Metric.STAGE_ATTEMPT;
import static pl.paragon.runtime.metrics.Metric.STAGE_REPETITIONS;
import static pl.paragon.runtime.metrics.Metric.WORKERS;

import pl.paragon.manifests.monitoring.grafana.Dashboard;
import pl.paragon.manifests.monitoring.grafana.Panel;
import pl.paragon.manifests.monitoring.grafana.Query;
import pl.paragon.manifests.monitoring.grafana.Row;
import pl.paragon.manifests.monitoring.grafana.Unit;

/** Who works, how much each does, and what it costs when workers come and go. */
final class WorkersDashboard {

    private static final String INSTANCE = "{{instance}}";

    private WorkersDashboard() {}

    static Dashboard dashboard() {
        return Dashboard.of(
                "workers",
                "Workers",
                "Who works, how much each does, and what it costs when workers come and go.",
                crews(),
                comingAndGoing(),
                machines());
    }

    private static Row crews() {
        return Row.of(
                "Who works",
                Panel.graph(
                        "Live workers",
                        Unit.COUNT,
                        "If a stage has fewer than you started, look at ./paragon workers and their logs.",
                        Query.of("{{stage}}", max("stage", of(WORKERS)))),
                Panel.graph(
                        "Jobs in hand, by instance",
                        Unit.COUNT,
                        "If one has none while others are busy, remove it: there are too few partitions.",
                        Query.of("{{stage}} {{instance}}", sum("stage, instance", of(STAGE_ACTIVE_JOBS)))),
                Panel.graph(
                        "Pages read",
                        Unit.PER_MINUTE,
                        "If more ocr-workers do not raise it, give them processors of their own.",
                        Query.of(
                                INSTANCE,
                                orNone(
                                        "instance",
                                        perMinute("instance", of(OCR_PAGE).counts())))));
    }

    private static Row comingAndGoing() {
        return Row.of(
                "Workers that come and go",
                Panel.graph(
                        "Work repeated, and workers",
                        Unit.COUNT,
                        "If records are handed over, or begun again, whenever workers change, give workers more time to stop.",
                        Query.of("{{stage}} repeated, last 10 min", increase("stage", repeated(), "10m")),
                        Query.of("{{stage}} workers", max("stage", of(WORKERS)))),
                Panel.graph(
                        "Attempts cut off by a shutdown",
                        Unit.PER_MINUTE,
                        "If there are many, scale in more slowly: others must start these jobs again.",
                        Query.of("{{stage}}", orNone("stage", perMinute("stage", cutOff())))));
    }

    /** What coming and going brings about: neither failures nor outages. */
    private static Series repeated() {
        return of(STAGE_REPETITIONS).where("cause", "crash", "redelivery");
    }

    private static Series cutOff() {
        return of(STAGE_ATTEMPT).counts().where("outcome", "stopped").where("error", "SHUTDOWN");
    }

    private static Row machines() {
        return Row.of(
                "What they use",
                Panel.graph(
                        "Processors",
                        Unit.COUNT,
                        "If an instance uses all it may while work waits, start another.",
                        Query.of(
                                INSTANCE,
                                "sum by (instance) (%s * on (job, namespace, instance) %s)"
                                        .formatted(foreign("process_cpu_usage"), foreign("system_cpu_count")))),
                Panel.stack(
                        "Memory of the JVM",
                        Unit.BYTES,
                        "If it keeps growing, take a heap dump; native memory for pictures comes on top.",
                        Query.of(INSTANCE, sum("instance", foreign("jvm_memory_committed_bytes")))),
                Panel.graph(
                        "Reading threads",
                        Unit.COUNT,
                        "If abandoned ones stay, restart that ocr-worker.",
                        Query.of("busy {{instance}}", sum("instance", of(OCR_THREADS_BUSY))),
                        Query.of("abandoned {{instance}}", sum("instance", of(OCR_THREADS_ABANDONED)))));
    }
}
