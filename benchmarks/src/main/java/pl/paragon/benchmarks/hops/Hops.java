package pl.paragon.benchmarks.hops;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Sample;
import pl.paragon.benchmarks.sidebyside.Bar;
import pl.paragon.benchmarks.sidebyside.Figures;
import pl.paragon.benchmarks.sidebyside.OneByOne;
import pl.paragon.benchmarks.sidebyside.OneByOne.Ended;
import pl.paragon.benchmarks.sidebyside.Target;

/**
 * PDF files one after the other, each sent when the one before it is done.
 *
 * @param jobs that count, in each repeat
 * @param warmUp that go before
 * @param clock the broker's
 */
record Hops(int jobs, int warmUp, int repeats, Clock clock) {

    private static final Bar FIRST = new Bar.AtMost(1_000);
    private static final Bar ALL_OF_IT = new Bar.AtMost(40);
    private static final Bar AFTER_THE_TEXT = new Bar.AtMost(25);

    private static final double SLOWEST = 0.99;

    /**
     * Measures a system that has read nothing since its start.
     *
     * @param texts when the text of each job was published
     */
    void measure(Target target, Supplier<Map<String, Instant>> texts, Figures figures)
            throws IOException, InterruptedException {
        TextPdfs files = new TextPdfs();
        OneByOne client = new OneByOne(target, clock);
        Progress progress = new Progress("files", 2 + repeats);
        Sample first = OneByOne.milliseconds(client.send(files.uploads(target, 1)));
        figures.add(target.kind(), Map.of("upload to SUCCESS", "first"), "time", "ms", FIRST, first.median());
        progress.step();
        client.send(files.uploads(target, warmUp));
        progress.step();
        for (int repeat = 0; repeat < repeats; repeat++) {
            List<Ended> ended = client.send(files.uploads(target, jobs));
            add(figures, target, Map.of("upload to SUCCESS", jobs), ALL_OF_IT, OneByOne.milliseconds(ended));
            add(figures, target, Map.of("text to SUCCESS", jobs), AFTER_THE_TEXT, afterTheText(ended, texts.get()));
            progress.step();
        }
    }

    private static Sample afterTheText(List<Ended> ended, Map<String, Instant> texts) throws IOException {
        double[] millis = new double[ended.size()];
        for (int i = 0; i < millis.length; i++) {
            Instant text = texts.get(ended.get(i).job());
            if (text == null) {
                throw new IOException(
                        "Job " + ended.get(i).job() + " has ended, but the broker has no text of it: is it Paragon's?");
            }
            millis[i] = Duration.between(text, ended.get(i).seen()).toMillis();
        }
        return Sample.of(millis);
    }

    private static void add(Figures figures, Target target, Map<String, Object> setting, Bar median, Sample took) {
        figures.add(target.kind(), setting, "p50", "ms", median, took.median());
        figures.add(target.kind(), setting, "p99", "ms", new Bar.None(), took.quantile(SLOWEST));
    }
}
