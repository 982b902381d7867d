package pl.paragon.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All metrics of Paragon, and the only way to one. {@code docs/metrics.md} is made of it. Durations are in seconds. A
 * gauge that is not known is NaN, so that nobody takes it for nothing.
 */
public enum Metric {
    FILES_FREE(
            Kind.GAUGE,
            Service.ALL,
            "paragon.files.free.bytes",
            "Bytes that the disk of the file store may still take; a bucket tells none"),

    UPLOADS(
            Kind.COUNTER,
            Service.API,
            "paragon.uploads",
            "Files that were uploaded: `accepted`, `repeated`, or the error code of the refusal in lower case",
            "outcome"),
    UPLOAD(
            Kind.TIMER,
            Service.API,
            "paragon.upload",
            "From an upload's head to the decision, while its file arrives and is stored: `accepted`, `repeated` or"
                    + " `refused`",
            "decision"),
    RATE_LIMIT_DECIDED_ALONE(
            Kind.COUNTER,
            Service.API,
            "paragon.rate.limit.decided.alone",
            "Uploads for which this gateway applied the limit without the others, as Redis was away"),
    LANES_JOBS(
            Kind.COUNTER,
            Service.API,
            "paragon.lanes.jobs",
            "Jobs that this gateway sent down a lane: `interactive` or `bulk`",
            "lane"),
    JOBS_OLDEST_AGE(
            Kind.GAUGE,
            Service.API,
            "paragon.jobs.oldest.age.seconds",
            "How long ago the oldest job was submitted that has not ended, of the last day's; 0 if all have"),
    STAGE_BACKLOG(
            Kind.GAUGE,
            Service.API,
            "paragon.stage.backlog",
            "Records that a stage has not finished, those in hand included",
            "stage"),
    STAGE_CAPACITY(
            Kind.GAUGE,
            Service.API,
            "paragon.stage.capacity",
            "Jobs that the live workers of a stage can work on at a time",
            "stage"),
    STAGE_JOB_SECONDS(
            Kind.GAUGE,
            Service.API,
            "paragon.stage.job.seconds",
            "How long a stage works on a job, as its live workers measured on average",
            "stage"),
    STAGE_PAUSED(Kind.GAUGE, Service.API, "paragon.stage.paused", "1 while an operator has paused a stage", "stage"),
    WORKERS(Kind.GAUGE, Service.API, "paragon.workers", "Workers of a stage that are alive", "stage"),
    PROJECTION_JOINED(
            Kind.GAUGE,
            Service.API,
            "paragon.projection.joined",
            "1 if the status projector has joined its consumer group"),
    PROJECTION_DEAD_LETTERS(
            Kind.COUNTER,
            Service.API,
            "paragon.projection.dead.letters",
            "Records that the status projector could not decode"),
    FEED_SUBSCRIBED(
            Kind.GAUGE,
            Service.API,
            "paragon.feed.subscribed",
            "1 if the feed receives changes; if not, waiting requests poll"),
    FEED_WATCHES(
            Kind.GAUGE, Service.API, "paragon.feed.watches", "Requests and streams that wait for a change of a job"),
    PUSH_LISTENERS(Kind.GAUGE, Service.API, "paragon.push.listeners", "Open streams of events and sockets"),
    RESULTS_READ(
            Kind.COUNTER,
            Service.API,
            "paragon.results.read",
            "Results shown, by where they were read from: `rendered` (as clients get them), `cache`, `store` or "
                    + "`database`",
            "source"),
    RESULTS_CACHED(Kind.GAUGE, Service.API, "paragon.results.cached.bytes", "Results held in memory"),

    STAGE_WAIT(
            Kind.TIMER,
            Service.WORKERS,
            "paragon.stage.wait",
            "From when a job was handed to a stage to when the stage first began with it",
            "stage"),
    STAGE_ATTEMPT(
            Kind.TIMER,
            Service.WORKERS,
            "paragon.stage.attempt",
            "Attempts at a job: `done`, `failed` or `stopped`, and the error code or reason, or `none`",
            "stage",
            "outcome",
            "error"),
    STAGE_REPETITIONS(
            Kind.COUNTER,
            Service.WORKERS,
            "paragon.stage.repetitions",
            "How often a stage came to a job once more: after a `retry`, a `crash` or an `outage`, or by a `redelivery`"
                    + " while somebody was at it",
            "stage",
            "cause"),
    STAGE_ACTIVE_JOBS(Kind.GAUGE, Service.WORKERS, "paragon.stage.active.jobs", "Jobs that are worked on now", "stage"),
    STAGE_WAITING(
            Kind.GAUGE,
            Service.WORKERS,
            "paragon.stage.waiting",
            "Jobs that wait in place for something that is down, by the error code",
            "stage",
            "reason"),
    STAGE_DEAD_LETTERS(
            Kind.COUNTER,
            Service.WORKERS,
            "paragon.stage.dead.letters",
            "Records that could not be processed and were dead-lettered",
            "stage"),

    OCR_PAGE(
            Kind.TIMER,
            Service.OCR,
            "paragon.ocr.page",
            "Reading one page, by the engine that read it and what it was made from",
            "engine",
            "origin"),
    OCR_STEP(
            Kind.TIMER,
            Service.OCR,
            "paragon.ocr.step",
            "Steps of reading a page: `decode`, `detect` (where lines are), `read_narrow`, `read_full` (lines at half and"
                    + " at full width), `witness` (Tesseract, one doubtful line)",
            "step"),
    OCR_THREADS_BUSY(Kind.GAUGE, Service.OCR, "paragon.ocr.threads.busy", "Pages that are read now"),
    OCR_THREADS_ABANDONED(
            Kind.GAUGE,
            Service.OCR,
            "paragon.ocr.threads.abandoned",
            "Reading threads that were given up and have not come back"),
    OCR_READERS_RENEWED(
            Kind.COUNTER,
            Service.OCR,
            "paragon.ocr.readers.renewed",
            "How often the readers' engines and models were made anew"),

    ANALYSIS_MODEL_CALL(
            Kind.TIMER,
            Service.ANALYSIS,
            "paragon.analysis.model.call",
            "Questions to a model, from waiting for a turn to the end: `answered`, or why not",
            "outcome") {
        @Override
        Timer.Builder buckets(Timer.Builder timer) {
            // From a small model on a fast machine to the longest time limit that makes sense.
            return timer.serviceLevelObjectives(Stream.of(1, 2, 5, 10, 20, 30, 60, 120, 300)
                    .map(Duration::ofSeconds)
                    .toArray(Duration[]::new));
        }
    },
    ANALYSIS_MODEL_REJECTED(
            Kind.COUNTER,
            Service.ANALYSIS,
            "paragon.analysis.model.rejected",
            "Things that a model said and that do not stand in the text",
            "kind"),
    ANALYSIS_MODEL_CIRCUIT_OPEN(
            Kind.GAUGE,
            Service.ANALYSIS,
            "paragon.analysis.model.circuit.open",
            "1 while a model that failed too often is left alone"),
    ANALYSIS_RESULTS(
            Kind.COUNTER,
            Service.ANALYSIS,
            "paragon.analysis.results",
            "Results of engines that may ask a model, by whose draft stood",
            "engine"),
    ANALYSIS_VERDICTS(
            Kind.COUNTER,
            Service.ANALYSIS,
            "paragon.analysis.verdicts",
            "Receipts by what their arithmetic says: `proved`, `consistent` or `in_doubt`",
            "verdict"),

    JOB_OUTCOMES(
            Kind.COUNTER,
            Service.PERSISTENCE,
            "paragon.job.outcomes",
            "Jobs that ended: `saved`, `failed` or `cancelled`, the error code, or `none`, and whose fault it is:"
                    + " the `document`'s, `ours`, or `none`",
            "outcome",
            "error",
            "fault"),
    CANCEL(
            Kind.TIMER,
            Service.PERSISTENCE,
            "paragon.cancel",
            "From a client's cancel to the decision how the job ended"),
    WEBHOOK_ATTEMPTS(
            Kind.COUNTER,
            Service.PERSISTENCE,
            "paragon.webhook.attempts",
            "Attempts to deliver a message to a webhook: `delivered`, `again`, `given_up` or `disabled`",
            "outcome"),
    FILES_REMOVED_JOBS(
            Kind.COUNTER, Service.PERSISTENCE, "paragon.files.removed.jobs", "Jobs whose files were removed", "reason"),
    FILES_REMOVED(Kind.COUNTER, Service.PERSISTENCE, "paragon.files.removed", "Files that were removed", "reason"),
    FILES_FREED(
            Kind.COUNTER,
            Service.PERSISTENCE,
            "paragon.files.freed.bytes",
            "Bytes of the files that were removed",
            "reason"),
    RECEIPTS_EXPIRED(
            Kind.COUNTER,
            Service.PERSISTENCE,
            "paragon.receipts.expired",
            "Receipts that were deleted because their retention had ended"),
    SWEEP_ENDED(
            Kind.GAUGE,
            Service.PERSISTENCE,
            "paragon.sweep.ended.seconds",
            "When the last complete sweep of the file store ended, in seconds since 1970"),
    SWEEP_DURATION(Kind.GAUGE, Service.PERSISTENCE, "paragon.sweep.duration.seconds", "How long the last sweep took"),
    JOBS_LIVE(
            Kind.GAUGE,
            Service.PERSISTENCE,
            "paragon.jobs.live",
            "Jobs that were accepted and have not ended, at the last sweep"),
    JOBS_REGISTER_AGE(
            Kind.GAUGE,
            Service.PERSISTENCE,
            "paragon.jobs.register.age.seconds",
            "How far the register of accepted jobs was behind, at the last sweep;"
                    + " orphans are not deleted while it is not complete");

    /** What a metric counts, shows or times. */
    public enum Kind {
        /** Only ever grows. */
        COUNTER,
        GAUGE,
        /** A histogram of durations. */
        TIMER
    }

    /** Who shows a metric. */
    public enum Service {
        ALL("Every service"),
        API("api-service"),
        WORKERS("Every worker"),
        OCR("ocr-worker"),
        ANALYSIS("analysis-worker"),
        PERSISTENCE("persistence-worker");

        private final String title;

        Service(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final Kind kind;
    private final Service service;
    private final String id;
    private final String help;
    private final List<String> labels;

    Metric(Kind kind, Service service, String id, String help, String... labels) {
        this.kind = kind;
        this.service = service;
        this.id = id;
        this.help = help;
        this.labels = List.of(labels);
    }

    public Kind kind() {
        return kind;
    }

    public Service service() {
        return service;
    }

    /** Its name in Micrometer. */
    public String id() {
        return id;
    }

    /** Its name in Prometheus; a timer's series have {@code _bucket}, {@code _count} and {@code _sum} after it. */
    public String prometheusName() {
        return id.replace('.', '_')
                + switch (kind) {
                    case COUNTER -> "_total";
                    case GAUGE -> "";
                    case TIMER -> "_seconds";
                };
    }

    /** One sentence, in Markdown. */
    public String help() {
        return help;
    }

    public List<String> labels() {
        return labels;
    }

    /**
     * A counter with these values of the labels, which is shown from now on, as 0 until it first counts: whoever asks
     * for the increase would miss the first one otherwise.
     */
    public Counter counter(MeterRegistry meters, String... values) {
        require(Kind.COUNTER);
        return Counter.builder(id).description(help).tags(tags(values)).register(meters);
    }

    /** Shows what a function says; NaN if nobody knows. */
    public void gauge(MeterRegistry meters, Supplier<Number> value, String... values) {
        require(Kind.GAUGE);
        Gauge.builder(id, value).description(help).tags(tags(values)).register(meters);
    }

    /** The durations with these values of the labels. */
    public Timer timer(MeterRegistry meters, String... values) {
        require(Kind.TIMER);
        return buckets(Timer.builder(id).description(help).tags(tags(values))).register(meters);
    }

    /** From milliseconds to the longest wait of a queue. */
    Timer.Builder buckets(Timer.Builder timer) {
        return timer.publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(10));
    }

    private void require(Kind wanted) {
        if (kind != wanted) {
            throw new IllegalStateException(this + " is a " + kind + ", not a " + wanted);
        }
    }

    private List<Tag> tags(String... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException("%s has the labels %s, not %d".formatted(this, labels, values.length));
        }
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            tags.add(Tag.of(labels.get(i), values[i]));
        }
        return tags;
    }
}
