package pl.paragon.benchmarks.growth;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.benchmarks.emptyjobs.SmallReceipt;
import pl.paragon.benchmarks.growth.Growth.Measure;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Sample;
import pl.paragon.benchmarks.sidebyside.Bar;
import pl.paragon.benchmarks.sidebyside.Clients;
import pl.paragon.benchmarks.sidebyside.PausedOcr;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.statuses.AskingRound;
import pl.paragon.benchmarks.uploads.PaddedJpeg;
import pl.paragon.benchmarks.uploads.Uploading;

/**
 * How long an upload and a status take while many jobs wait, and while fewer do, for one client that has the system for
 * itself. The most wait first: whoever uploaded them has warmed up the system, and what it still gains afterwards looks
 * like growth instead of hiding it.
 *
 * @param uploads of each measurement; they wait as well
 * @param asking how long the status of the last upload is asked for in each measurement
 */
record QueueGrowth(int uploads, Duration asking, int repeats) {

    private static final Bar WITHIN_A_FIFTH = new Bar.AtMostTimes(1.2);
    private static final Measure UPLOAD_MEDIAN = new Measure("upload p50", "ms", WITHIN_A_FIFTH);
    private static final Measure UPLOAD_SLOWEST = new Measure("upload p99", "ms", WITHIN_A_FIFTH);
    private static final Measure STATUS_MEDIAN = new Measure("status p50", "ms", WITHIN_A_FIFTH);
    private static final Measure STATUS_SLOWEST = new Measure("status p99", "ms", WITHIN_A_FIFTH);

    private static final double MEDIAN = 0.5;
    private static final double SLOWEST = 0.99;

    /** How many fill the queue at a time, and empty it. */
    private static final int MANY = 8;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * With OCR paused.
     *
     * @param levels how many jobs wait, ascending
     */
    Growth measure(Target paragon, List<Integer> levels) throws IOException, InterruptedException {
        Growth growth = new Growth("waiting jobs", levels);
        Progress progress = new Progress("uploading and asking", levels.size() * repeats);
        try (PausedOcr paused = PausedOcr.at(paragon);
                Clients many = new Clients(paragon, MANY);
                Clients one = new Clients(paragon, 1)) {
            List<PaddedJpeg> files = List.of(SmallReceipt.file());
            Uploading measured = new Uploading(paragon, one, files);
            List<String> waiting = new ArrayList<>(
                    new Uploading(paragon, many, files).upload(levels.getLast()).jobs());
            for (int level : levels.reversed()) {
                List<String> tooMany = waiting.subList(level, waiting.size());
                cancel(many, tooMany);
                tooMany.clear();
                for (int repeat = 0; repeat < repeats; repeat++) {
                    Uploading.Outcome uploaded = measured.upload(uploads);
                    waiting.addAll(uploaded.jobs());
                    add(growth, level, UPLOAD_MEDIAN, UPLOAD_SLOWEST, uploaded.latencies());
                    byte[] question =
                            paragon.request("GET", "/status/" + uploaded.jobs().getLast());
                    Sample answered = new AskingRound(paragon, 1)
                            .measure(question, asking)
                            .latencies();
                    add(growth, level, STATUS_MEDIAN, STATUS_SLOWEST, answered);
                    progress.step();
                }
            }
        }
        return growth;
    }

    /** Returns when nobody has anything left to do with them. */
    private static void cancel(Clients clients, List<String> jobs) throws IOException, InterruptedException {
        clients.each(jobs, (job, api) -> api.cancel(job));
        clients.each(jobs, (job, api) -> api.awaitEnd(job, PATIENCE));
    }

    private static void add(Growth growth, int level, Measure median, Measure slowest, Sample latencies) {
        growth.add(median, level, latencies.quantile(MEDIAN));
        growth.add(slowest, level, latencies.quantile(SLOWEST));
    }
}
