package pl.paragon.manifests.monitoring;

import static pl.paragon.manifests.monitoring.PromQl.max;
import static pl.paragon.manifests.monitoring.PromQl.mean;
import static pl.paragon.manifests.monitoring.PromQl.orNone;
import static pl.paragon.manifests.monitoring.PromQl.orZero;
import static pl.paragon.manifests.monitoring.PromQl.perMinute;
import static pl.paragon.manifests.monitoring.PromQl.perSecond;
import static pl.paragon.manifests.monitoring.PromQl.sum;
import static pl.paragon.manifests.monitoring.Series.foreign;
import static pl.paragon.manifests.monitoring.Series.of;
import static pl.paragon.runtime.metrics.Metric.FILES_FREE;
import static pl.paragon.runtime.metrics.Metric.FILES_FREED;
import static pl.paragon.runtime.metrics.Metric.FILES_REMOVED_JOBS;
import static pl.paragon.runtime.metrics.Metric.JOBS_LIVE;
import static pl.paragon.runtime.metrics.Metric.JOBS_REGISTER_AGE;
import static pl.paragon.runtime.metrics.Metric.RESULTS_CACHED;
import static pl.paragon.runtime.metrics.Metric.SWEEP_DURATION;
import static pl.paragon.runtime.metrics.Metric.SWEEP_ENDED;

import pl.paragon.manifests.monitoring.grafana.Dashboard;
import pl.paragon.manifests.monitoring.grafana.Panel;
import pl.paragon.manifests.monitoring.grafana.Query;
import pl.paragon.manifests.monitoring.grafana.Row;
import pl.paragon.manifests.monitoring.grafana.Unit;

/** The JVMs, and what they ask of Kafka, Redis, PostgreSQL and the file store. */
final class ServersDashboard {

    private static final String INSTANCE = "{{instance}}";
    private static final Series REDIS_COMMANDS = foreign("redis_commands_duration_seconds");

    private ServersDashboard() {}

    static Dashboard dashboard() {
        return Dashboard.of(
                "servers",
                "JVM, Kafka, Redis, PostgreSQL",
                "The JVMs, and what they ask of Kafka, Redis, PostgreSQL and the file store.",
                jvm(),
                kafka(),
                redisAndPostgres(),
                fileStore());
    }

    private static Row jvm() {
        return Row.of(
                "JVM",
                Panel.graph(
                        "Heap in use",
                        Unit.SHARE,
                        "If it stays above 90 %, raise -Xmx or look for a leak in a heap dump.",
                        Query.of(INSTANCE, heapShare())),
                Panel.graph(
                        "Time in garbage collection",
                        Unit.SHARE,
                        "If it exceeds a few per cent, raise -Xmx.",
                        Query.of(
                                INSTANCE,
                                orNone(
                                        "instance",
                                        perSecond(
                                                "instance",
                                                foreign("jvm_gc_pause_seconds").sums())))),
                Panel.graph(
                        "Threads",
                        Unit.COUNT,
                        "If it keeps growing, take a thread dump of that service.",
                        Query.of(INSTANCE, sum("instance", foreign("jvm_threads_live_threads")))));
    }

    private static String heapShare() {
        return "%s / %s"
                .formatted(
                        sum("instance", foreign("jvm_memory_used_bytes").where("area", "heap")),
                        sum("instance", foreign("jvm_memory_max_bytes").where("area", "heap")));
    }

    private static Row kafka() {
        return Row.of(
                "Kafka, as its clients see it",
                Panel.graph(
                        "Consumer lag",
                        Unit.COUNT,
                        "If it keeps growing, look on Pipeline whether that consumer is slow or held up.",
                        Query.of(
                                "{{client_id}}",
                                sum("client_id", foreign("kafka_consumer_fetch_manager_records_lag")))),
                Panel.graph(
                        "Records fetched",
                        Unit.PER_MINUTE,
                        "If a consumer with lag fetches nothing, check the broker.",
                        Query.of(
                                "{{client_id}}",
                                perMinute(
                                        "client_id", foreign("kafka_consumer_fetch_manager_records_consumed_total")))),
                Panel.graph(
                        "Producer errors",
                        Unit.PER_MINUTE,
                        "If there are any, check the broker: records were not acknowledged.",
                        Query.of(
                                "{{client_id}}",
                                perMinute("client_id", foreign("kafka_producer_record_error_total")))));
    }

    private static Row redisAndPostgres() {
        return Row.of(
                "Redis and PostgreSQL, as their clients see them",
                Panel.graph(
                        "Redis commands",
                        Unit.PER_MINUTE,
                        "If any fail, restore Redis: without it, statuses are answered with 503.",
                        Query.of("{{instance}}", perMinute("instance", foreign("redis_commands_count_total"))),
                        Query.of(
                                "failed {{instance}}", perMinute("instance", foreign("redis_commands_failure_total")))),
                Panel.graph(
                        "Time of a Redis command",
                        Unit.SECONDS,
                        "If it exceeds some milliseconds, look for a busy Redis or a slow network.",
                        Query.of("mean {{instance}}", mean("instance", REDIS_COMMANDS)),
                        Query.of("slowest {{instance}}", max("instance", REDIS_COMMANDS.slowest()))),
                Panel.graph(
                        "Connections to PostgreSQL",
                        Unit.COUNT,
                        "If none is free and some are awaited, look for slow statements in PostgreSQL.",
                        Query.of("active {{instance}}", sum("instance", foreign("agroal_active_count"))),
                        Query.of("free {{instance}}", sum("instance", foreign("agroal_available_count"))),
                        Query.of("awaited {{instance}}", sum("instance", foreign("agroal_awaiting_count")))),
                Panel.graph(
                        "Results held by gateways",
                        Unit.BYTES,
                        "If it stays at its limit while most results come from the database, raise the limit.",
                        Query.of(INSTANCE, sum("instance", of(RESULTS_CACHED)))));
    }

    private static Row fileStore() {
        return Row.of(
                "File store",
                Panel.graph(
                        "Free bytes",
                        Unit.BYTES,
                        "If it keeps falling, enlarge the disk or shorten retention: a full disk refuses uploads.",
                        Query.of(INSTANCE, sum("instance", of(FILES_FREE)))),
                Panel.graph(
                        "Bytes freed",
                        Unit.BYTES,
                        "If nothing is freed while jobs end, look at the last sweep.",
                        Query.of("{{reason}}", perMinute("reason", of(FILES_FREED)))),
                Panel.graph(
                        "Jobs whose files were removed",
                        Unit.PER_MINUTE,
                        "If orphans dominate, look for uploads that break off.",
                        Query.of("{{reason}}", perMinute("reason", of(FILES_REMOVED_JOBS)))),
                Panel.graph(
                        "Since the last sweep",
                        Unit.SECONDS,
                        "If it far exceeds the interval of sweeps, look at the log of persistence-worker.",
                        Query.of("since", orZero("time() - " + max(of(SWEEP_ENDED)) + " >= 0"))),
                Panel.graph(
                        "Sweep",
                        Unit.SECONDS,
                        "If the register is far behind, look at persistence-worker's lag: orphans are kept.",
                        Query.of("took", max(of(SWEEP_DURATION))),
                        Query.of("register behind", max(of(JOBS_REGISTER_AGE)))),
                Panel.graph(
                        "Unfinished jobs, last sweep",
                        Unit.COUNT,
                        "If it keeps growing, compare it with the backlog on Pipeline.",
                        Query.of("live", max(of(JOBS_LIVE)))));
    }
}
