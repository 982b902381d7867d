package pl.paragon.manifests.monitoring;

import static pl.paragon.manifests.monitoring.PromQl.aboveZero;
import static pl.paragon.manifests.monitoring.PromQl.max;
import static pl.paragon.manifests.monitoring.PromQl.perMinute;
import static pl.paragon.manifests.monitoring.PromQl.quantile;
import static pl.paragon.manifests.monitoring.PromQl.sum;
import static pl.paragon.manifests.monitoring.Series.of;
import static pl.paragon.runtime.metrics.Metric.LANES_JOBS;
import static pl.paragon.runtime.metrics.Metric.PROJECTION_DEAD_LETTERS;
import static pl.paragon.runtime.metrics.Metric.STAGE_ACTIVE_JOBS;
import static pl.paragon.runtime.metrics.Metric.STAGE_ATTEMPT;
import static pl.paragon.runtime.metrics.Metric.STAGE_BACKLOG;
import static pl.paragon.runtime.metrics.Metric.STAGE_CAPACITY;
import static pl.paragon.runtime.metrics.Metric.STAGE_DEAD_LETTERS;
import static pl.paragon.runtime.metrics.Metric.STAGE_JOB_SECONDS;
import static pl.paragon.runtime.metrics.Metric.STAGE_PAUSED;
import static pl.paragon.runtime.metrics.Metric.STAGE_REPETITIONS;
import static pl.paragon.runtime.metrics.Metric.STAGE_WAIT;
import static pl.paragon.runtime.metrics.Metric.STAGE_WAITING;

import pl.paragon.manifests.monitoring.grafana.Dashboard;
import pl.paragon.manifests.monitoring.grafana.Panel;
import pl.paragon.manifests.monitoring.grafana.Query;
import pl.paragon.manifests.monitoring.grafana.Row;
import pl.paragon.manifests.monitoring.grafana.Unit;

/** How work flows through the three stages, and where it is held up. */
final class PipelineDashboard {

    private static final String STAGE = "{{stage}}";

    private PipelineDashboard() {}

    static Dashboard dashboard() {
        return Dashboard.of(
                "pipeline",
                "Pipeline",
                "How work flows through the three stages, and where it is held up.",
                work(),
                attempts(),
                heldUp());
    }

    private static Row work() {
        return Row.of(
                "Work to be done",
                Panel.graph(
                        "Backlog",
                        Unit.COUNT,
                        "If it keeps growing, add workers, unless the stage is paused or waits for a server.",
                        Query.of(STAGE, max("stage", of(STAGE_BACKLOG))),
                        Query.of(STAGE + ": at a time", max("stage", of(STAGE_CAPACITY)))),
                Panel.graph(
                        "Work on one job",
                        Unit.SECONDS,
                        "If it grows, give the stage more processor time or look for larger files.",
                        Query.of(STAGE, jobSeconds() + " or " + max("stage", of(STAGE_BACKLOG)) + " * 0")),
                Panel.graph(
                        "Time to drain the backlog",
                        Unit.SECONDS,
                        "If it is longer than users will wait, add workers to the stage.",
                        Query.of(STAGE, drainSeconds())),
                Panel.graph(
                        "Waiting for a worker",
                        Unit.SECONDS,
                        "If it grows, add workers, unless the stage is paused or one long job blocks a partition.",
                        Query.of("{{stage}} p50", quantile(0.5, "stage", of(STAGE_WAIT))),
                        Query.of("{{stage}} p95", quantile(0.95, "stage", of(STAGE_WAIT)))),
                Panel.graph(
                        "Jobs in hand",
                        Unit.COUNT,
                        "If there are none in spite of a backlog, look for workers that are down, paused or waiting.",
                        Query.of(STAGE, sum("stage", of(STAGE_ACTIVE_JOBS)))),
                Panel.stack(
                        "Jobs by lane",
                        Unit.PER_MINUTE,
                        "If bulk dominates, check that waiting for a worker stays short all the same.",
                        Query.of("{{lane}}", perMinute("lane", of(LANES_JOBS)))));
    }

    /** Nothing as long as no worker has measured it. */
    private static String jobSeconds() {
        return max("stage", of(STAGE_JOB_SECONDS)) + " >= 0";
    }

    /** With more to do than they can, workers have as many jobs in hand as they do at a time. */
    private static String drainSeconds() {
        String backlog = max("stage", of(STAGE_BACKLOG));
        return "%s * (%s) / clamp_min(%s, 1) or %s == 0"
                .formatted(backlog, jobSeconds(), sum("stage", of(STAGE_ACTIVE_JOBS)), backlog);
    }

    private static Row attempts() {
        return Row.of(
                "Attempts",
                Panel.stack(
                        "Attempts by outcome",
                        Unit.PER_MINUTE,
                        "If more than a few failed or stopped, look at the errors next to it.",
                        Query.of(
                                "{{stage}} {{outcome}}",
                                perMinute("stage, outcome", of(STAGE_ATTEMPT).counts()))),
                Panel.graph(
                        "Failed and stopped attempts by error",
                        Unit.PER_MINUTE,
                        "If a code leads that no document causes, find it in the logs of that stage.",
                        Query.of("{{stage}} {{error}}", aboveZero("error", perMinute("stage, error", broken())))),
                Panel.graph(
                        "Repeated work",
                        Unit.PER_MINUTE,
                        "If retries stay above 0, find the code that persists among the errors.",
                        Query.of(
                                "{{stage}} {{cause}}",
                                aboveZero("cause", perMinute("stage, cause", of(STAGE_REPETITIONS))))),
                Panel.graph(
                        "Dead letters",
                        Unit.PER_MINUTE,
                        "If there are any, read them with ./paragon dead-letters list.",
                        Query.of(STAGE, perMinute("stage", of(STAGE_DEAD_LETTERS))),
                        Query.of("status projector", perMinute(of(PROJECTION_DEAD_LETTERS)))));
    }

    private static Series broken() {
        return of(STAGE_ATTEMPT).counts().except("outcome", "done");
    }

    private static Row heldUp() {
        return Row.of(
                "Held up",
                Panel.graph(
                        "Jobs waiting for what is down",
                        Unit.COUNT,
                        "If any wait for minutes, restore what the code names; the jobs continue by themselves.",
                        Query.of("{{stage}} {{reason}}", aboveZero("reason", sum("stage, reason", of(STAGE_WAITING))))),
                Panel.graph(
                        "Paused stages",
                        Unit.YES_OR_NO,
                        "If a pause is forgotten, ./paragon stages list shows why, and resume ends it.",
                        Query.of(STAGE, max("stage", of(STAGE_PAUSED)))));
    }
}
