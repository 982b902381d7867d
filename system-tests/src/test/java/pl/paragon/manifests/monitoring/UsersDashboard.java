package pl.paragon.manifests.monitoring;

import static pl.paragon.manifests.monitoring.PromQl.aboveZero;
import static pl.paragon.manifests.monitoring.PromQl.increase;
import static pl.paragon.manifests.monitoring.PromQl.max;
import static pl.paragon.manifests.monitoring.PromQl.mean;
import static pl.paragon.manifests.monitoring.PromQl.min;
import static pl.paragon.manifests.monitoring.PromQl.orNone;
import static pl.paragon.manifests.monitoring.PromQl.orZero;
import static pl.paragon.manifests.monitoring.PromQl.perMinute;
import static pl.paragon.manifests.monitoring.PromQl.quantile;
import static pl.paragon.manifests.monitoring.PromQl.sum;
import static pl.paragon.manifests.monitoring.Series.of;
import static pl.paragon.runtime.metrics.Metric.CANCEL;
import static pl.paragon.runtime.metrics.Metric.FEED_SUBSCRIBED;
import static pl.paragon.runtime.metrics.Metric.FEED_WATCHES;
import static pl.paragon.runtime.metrics.Metric.JOBS_OLDEST_AGE;
import static pl.paragon.runtime.metrics.Metric.JOB_OUTCOMES;
import static pl.paragon.runtime.metrics.Metric.PROJECTION_JOINED;
import static pl.paragon.runtime.metrics.Metric.PUSH_LISTENERS;
import static pl.paragon.runtime.metrics.Metric.RATE_LIMIT_DECIDED_ALONE;
import static pl.paragon.runtime.metrics.Metric.RESULTS_READ;
import static pl.paragon.runtime.metrics.Metric.STAGE_ATTEMPT;
import static pl.paragon.runtime.metrics.Metric.STAGE_WAIT;
import static pl.paragon.runtime.metrics.Metric.UPLOAD;
import static pl.paragon.runtime.metrics.Metric.UPLOADS;
import static pl.paragon.runtime.metrics.Metric.WEBHOOK_ATTEMPTS;

import pl.paragon.manifests.monitoring.grafana.Dashboard;
import pl.paragon.manifests.monitoring.grafana.Panel;
import pl.paragon.manifests.monitoring.grafana.Query;
import pl.paragon.manifests.monitoring.grafana.Row;
import pl.paragon.manifests.monitoring.grafana.Unit;

/** What users feel: whether uploads are accepted, jobs end well, and both in time. */
final class UsersDashboard {

    /** Of all jobs, how many may fail by our fault: the objective is 99.5 %. */
    private static final double BUDGET = 0.005;

    private static final Series UPLOAD_REQUESTS = Series.foreign("http_server_requests_seconds")
            .where("method", "POST")
            .where("uri", "/api/v3/receipts/process");

    private UsersDashboard() {}

    static Dashboard dashboard() {
        return Dashboard.of(
                "users",
                "What users feel",
                "Whether uploads are accepted, jobs end well, and both in time.",
                objective(),
                uploads(),
                ends(),
                notifications());
    }

    private static Row objective() {
        return Row.of(
                "Objective: 99.5 % of jobs do not fail by our fault",
                Panel.number(
                                "Error budget left, 30 days",
                                Unit.SHARE,
                                "If little is left, hold back risky changes and fix what fails by our fault.",
                                Query.of("left", "1 - " + failedByUs("30d") + " / " + BUDGET))
                        .badBelow(0.25),
                Panel.number(
                                "Burn rate",
                                Unit.COUNT,
                                "If both exceed 6, act now: at 1 the budget lasts exactly 30 days.",
                                Query.of("1 h", failedByUs("1h") + " / " + BUDGET),
                                Query.of("6 h", failedByUs("6h") + " / " + BUDGET))
                        .badFrom(6),
                Panel.number(
                                "Jobs not failed by our fault, 30 days",
                                Unit.SHARE,
                                "If it is below 99.5 %, fix the error code that leads the failures by our fault.",
                                Query.of("kept", "1 - " + failedByUs("30d")))
                        .badBelow(1 - BUDGET),
                Panel.number(
                                "Oldest unfinished job",
                                Unit.SECONDS,
                                "If it keeps growing, look on Pipeline for the stage that is held up.",
                                Query.of("age", max(of(JOBS_OLDEST_AGE))))
                        .badFrom(600));
    }

    /** Of all jobs that ended and were not cancelled, the share that failed by our fault. */
    private static String failedByUs(String window) {
        return "%s / clamp_min(%s, 1)"
                .formatted(increase(ours(), window), increase(of(JOB_OUTCOMES).except("outcome", "cancelled"), window));
    }

    private static Series ours() {
        return of(JOB_OUTCOMES).where("fault", "ours");
    }

    private static Row uploads() {
        return Row.of(
                "Uploads",
                Panel.stack(
                        "Accepted uploads",
                        Unit.PER_MINUTE,
                        "If it drops in busy hours, look at the refused uploads and at the proxy.",
                        Query.of("{{outcome}}", perMinute("outcome", accepted()))),
                Panel.graph(
                        "Refused uploads",
                        Unit.PER_MINUTE,
                        "If service_unavailable shows up, check Kafka, Redis and the free disk.",
                        Query.of("{{outcome}}", aboveZero("outcome", perMinute("outcome", refused())))),
                Panel.graph(
                        "Rate limited",
                        Unit.PER_MINUTE,
                        "If uploads are limited without Redis, restore Redis; otherwise talk to the client.",
                        Query.of("refused", perMinute(of(UPLOADS).where("outcome", "rate_limited"))),
                        Query.of("limited without Redis", perMinute(of(RATE_LIMIT_DECIDED_ALONE)))),
                Panel.graph(
                        "Upload latency",
                        Unit.SECONDS,
                        "If it grows, look for a slow disk, a slow broker or a busy api-service.",
                        Query.of("p50", orZero(quantile(0.5, "", taken()))),
                        Query.of("p99", orZero(quantile(0.99, "", taken()))),
                        Query.of("slowest", orZero(max(UPLOAD_REQUESTS.slowest())))));
    }

    private static Series accepted() {
        return of(UPLOADS).where("outcome", "accepted", "repeated");
    }

    private static Series taken() {
        return of(UPLOAD).except("decision", "refused");
    }

    private static Series refused() {
        return of(UPLOADS).except("outcome", "accepted", "repeated");
    }

    private static Row ends() {
        return Row.of(
                "Jobs",
                Panel.stack(
                        "Jobs that ended",
                        Unit.PER_MINUTE,
                        "If fewer end than are accepted, look at the backlog on Pipeline.",
                        Query.of("{{outcome}}", perMinute("outcome", of(JOB_OUTCOMES)))),
                Panel.graph(
                        "Failed by our fault",
                        Unit.PER_MINUTE,
                        "If a code persists, fix its cause, then run ./paragon failed-jobs replay.",
                        Query.of("{{error}}", aboveZero("error", perMinute("error", ours())))),
                Panel.stack(
                        "From upload to end, estimated",
                        Unit.SECONDS,
                        "If waiting dominates, add workers to that stage; if work does, find what slows it.",
                        Query.of("{{stage}} waits", mean("stage", of(STAGE_WAIT))),
                        Query.of(
                                "{{stage}} works",
                                mean("stage", of(STAGE_ATTEMPT).where("outcome", "done")))));
    }

    private static Row notifications() {
        return Row.of(
                "Cancels and notifications",
                Panel.graph(
                        "Cancelled jobs",
                        Unit.PER_MINUTE,
                        "If many are cancelled, look at the time from upload to end: users lose patience.",
                        Query.of("cancelled", perMinute(of(JOB_OUTCOMES).where("outcome", "cancelled")))),
                Panel.graph(
                        "From cancel to end",
                        Unit.SECONDS,
                        "If it takes seconds, check whether persistence-worker waits for PostgreSQL.",
                        Query.of("p50", orZero(quantile(0.5, "", of(CANCEL)))),
                        Query.of("p99", orZero(quantile(0.99, "", of(CANCEL))))),
                Panel.graph(
                        "Open push connections",
                        Unit.COUNT,
                        "If it drops at once, look at the proxy and for restarts of api-service.",
                        Query.of("streams and sockets", sum(of(PUSH_LISTENERS))),
                        Query.of("watches of jobs", sum(of(FEED_WATCHES)))),
                Panel.graph(
                        "Webhook attempts",
                        Unit.PER_MINUTE,
                        "If given_up grows, tell the owner of that receiver that it is down.",
                        Query.of("{{outcome}}", orNone("outcome", perMinute("outcome", of(WEBHOOK_ATTEMPTS))))),
                Panel.graph(
                        "Results shown",
                        Unit.PER_MINUTE,
                        "If most come from the database, enlarge the cache of results.",
                        Query.of("{{source}}", perMinute("source", of(RESULTS_READ)))),
                Panel.graph(
                        "All gateways receive changes",
                        Unit.YES_OR_NO,
                        "If one does not, check Kafka for its projector and Redis for its feed.",
                        Query.of("status projector joined", min(of(PROJECTION_JOINED))),
                        Query.of("feed subscribed", min(of(FEED_SUBSCRIBED)))));
    }
}
