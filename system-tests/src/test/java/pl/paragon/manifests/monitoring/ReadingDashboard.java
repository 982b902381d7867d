package pl.paragon.manifests.monitoring;

import static pl.paragon.manifests.monitoring.PromQl.aboveZero;
import static pl.paragon.manifests.monitoring.PromQl.max;
import static pl.paragon.manifests.monitoring.PromQl.mean;
import static pl.paragon.manifests.monitoring.PromQl.orNone;
import static pl.paragon.manifests.monitoring.PromQl.orZero;
import static pl.paragon.manifests.monitoring.PromQl.perMinute;
import static pl.paragon.manifests.monitoring.PromQl.quantile;
import static pl.paragon.manifests.monitoring.PromQl.shares;
import static pl.paragon.manifests.monitoring.Series.of;
import static pl.paragon.runtime.metrics.Metric.ANALYSIS_MODEL_CALL;
import static pl.paragon.runtime.metrics.Metric.ANALYSIS_MODEL_CIRCUIT_OPEN;
import static pl.paragon.runtime.metrics.Metric.ANALYSIS_MODEL_REJECTED;
import static pl.paragon.runtime.metrics.Metric.ANALYSIS_RESULTS;
import static pl.paragon.runtime.metrics.Metric.ANALYSIS_VERDICTS;
import static pl.paragon.runtime.metrics.Metric.JOB_OUTCOMES;
import static pl.paragon.runtime.metrics.Metric.OCR_PAGE;
import static pl.paragon.runtime.metrics.Metric.OCR_READERS_RENEWED;

import pl.paragon.manifests.monitoring.grafana.Dashboard;
import pl.paragon.manifests.monitoring.grafana.Panel;
import pl.paragon.manifests.monitoring.grafana.Query;
import pl.paragon.manifests.monitoring.grafana.Row;
import pl.paragon.manifests.monitoring.grafana.Unit;

/** How well receipts are read, by whom, and how long a page takes. */
final class ReadingDashboard {

    private ReadingDashboard() {}

    static Dashboard dashboard() {
        return Dashboard.of(
                "reading",
                "Quality of reading",
                "How well receipts are read, by whom, and how long a page takes.",
                verdicts(),
                pages(),
                model());
    }

    private static Row verdicts() {
        return Row.of(
                "Verdicts of the receipts' arithmetic",
                Panel.stack(
                        "Share of verdicts",
                        Unit.SHARE,
                        "If in_doubt grows, look at recent receipts for a new layout or worse photographs.",
                        Query.of("{{verdict}}", shares("verdict", of(ANALYSIS_VERDICTS)))),
                Panel.stack(
                        "Receipts by verdict",
                        Unit.PER_MINUTE,
                        "If there are few, do not rely on the shares.",
                        Query.of("{{verdict}}", perMinute("verdict", of(ANALYSIS_VERDICTS)))),
                Panel.graph(
                        "Failed jobs by error code",
                        Unit.PER_MINUTE,
                        "If a document's code leads, tell users how to photograph; if another, look at the logs.",
                        Query.of("{{error}}", aboveZero("error", perMinute("error", failed())))));
    }

    private static Series failed() {
        return of(JOB_OUTCOMES).where("outcome", "failed");
    }

    private static Row pages() {
        return Row.of(
                "Pages",
                Panel.stack(
                        "Pages by engine",
                        Unit.PER_MINUTE,
                        "If an engine is missing, check the configuration and the log of ocr-worker.",
                        Query.of(
                                "{{engine}}",
                                orNone(
                                        "engine",
                                        perMinute("engine", of(OCR_PAGE).counts())))),
                Panel.graph(
                        "Mean time of a page",
                        Unit.SECONDS,
                        "If it grows at the same load, look for larger pictures or busy processors.",
                        Query.of("{{engine}} {{origin}}", orNone("engine", mean("engine, origin", of(OCR_PAGE))))),
                Panel.graph(
                        "Slow pages",
                        Unit.SECONDS,
                        "If it nears a page's time limit, look for unusually large files.",
                        Query.of(
                                "{{engine}} {{origin}} p95",
                                orNone("engine", quantile(0.95, "engine, origin", of(OCR_PAGE))))),
                Panel.graph(
                        "Readers renewed",
                        Unit.PER_MINUTE,
                        "If it happens often, find the jobs that break readers in ocr-worker's log.",
                        Query.of("renewed", perMinute(of(OCR_READERS_RENEWED)))));
    }

    private static Row model() {
        return Row.of(
                "Language model: all zero unless one is configured",
                Panel.stack(
                        "Questions to the model",
                        Unit.PER_MINUTE,
                        "If some are not answered, check the model's server; receipts finish without it.",
                        Query.of("{{outcome}}", orNone("outcome", perMinute("outcome", calls())))),
                Panel.graph(
                        "Time of a question",
                        Unit.SECONDS,
                        "If it nears its time limit, use a smaller model or a faster machine.",
                        Query.of("p50", orZero(quantile(0.5, "", of(ANALYSIS_MODEL_CALL)))),
                        Query.of("p95", orZero(quantile(0.95, "", of(ANALYSIS_MODEL_CALL))))),
                Panel.graph(
                        "Model circuit open",
                        Unit.YES_OR_NO,
                        "If it stays open, look at the logs of the model's server.",
                        Query.of("open", orZero(max(of(ANALYSIS_MODEL_CIRCUIT_OPEN))))),
                Panel.graph(
                        "Rejected answers",
                        Unit.PER_MINUTE,
                        "If there are as many as answers, try another model: this one invents.",
                        Query.of("{{kind}}", orNone("kind", perMinute("kind", of(ANALYSIS_MODEL_REJECTED))))),
                Panel.stack(
                        "Results by engine",
                        Unit.PER_MINUTE,
                        "If hardly any are the model's, turn it off: it costs time for nothing.",
                        Query.of("{{engine}}", orNone("engine", perMinute("engine", of(ANALYSIS_RESULTS))))));
    }

    private static Series calls() {
        return of(ANALYSIS_MODEL_CALL).counts();
    }
}
