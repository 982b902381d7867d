package pl.paragon.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.benchmarks.accuracy.Levels.Held;
import pl.paragon.benchmarks.render.Renderer;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.stack.Reading;
import pl.paragon.benchmarks.stack.Readings;
import pl.paragon.benchmarks.stack.ReceiptClient;

/** Reads pictures and judges each. */
public final class AccuracyRun {

    /** The receipts that the recorded levels are of: each layout of paper under each condition. */
    public static final int RECORDED_SEED = 20_261_124;

    public static final int RECORDED_COUNT = 208;

    private final List<Score> scores;

    private AccuracyRun(List<Score> scores) {
        this.scores = scores;
    }

    /** Draws the receipts of the recorded levels. */
    public static List<Case> recordedReceipts(Path folder) throws IOException {
        Files.createDirectories(folder);
        Renderer renderer = new Renderer(RECORDED_SEED);
        Progress progress = new Progress("drawing", RECORDED_COUNT);
        for (int i = 0; i < RECORDED_COUNT; i++) {
            renderer.render(i, folder);
            progress.step();
        }
        return Case.in(folder);
    }

    public static AccuracyRun of(List<Case> cases, ReceiptClient client, int atATime)
            throws IOException, InterruptedException {
        Progress progress = new Progress("reading", cases.size());
        List<Reading> readings =
                Readings.all(client, cases.stream().map(Case::picture).toList(), atATime, progress::step);
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            scores.add(Judge.score(cases.get(i), readings.get(i)));
        }
        return new AccuracyRun(scores);
    }

    /** @param all wrong names too */
    public List<String> report(boolean all) {
        return new Report(scores).lines(all);
    }

    /** Measured beside recorded. */
    public List<String> against(Levels levels) throws IOException {
        return Levels.table(levels.hold(scores));
    }

    /** The levels that are undercut, by name. */
    public List<String> undercut(Levels levels) throws IOException {
        return levels.hold(scores).stream()
                .filter(Held::undercut)
                .map(Held::key)
                .toList();
    }
}
