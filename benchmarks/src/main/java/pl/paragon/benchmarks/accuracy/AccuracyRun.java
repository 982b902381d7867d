package pl.paragon.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pl.paragon.benchmarks.accuracy.Levels.Held;
import pl.paragon.benchmarks.render.Renderer;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.stack.Reading;
import pl.paragon.benchmarks.stack.Readings;
import pl.paragon.benchmarks.stack.ReceiptReader;
import pl.paragon.benchmarks.truth.Truth;

/** Reads pictures and judges each. */
public final class AccuracyRun {

    /** The receipts that the recorded levels are of: each layout of paper under each condition. */
    public static final int RECORDED_SEED = 20_261_124;

    public static final int RECORDED_COUNT = 208;

    private final List<Score> scores;

    private AccuracyRun(List<Score> scores) {
        this.scores = scores;
    }

    /** Draws the receipts of the recorded levels, on all processors. */
    public static List<Case> recordedReceipts(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Case[] cases = new Case[RECORDED_COUNT];
        int share = Runtime.getRuntime().availableProcessors();
        Progress progress = new Progress("drawing", RECORDED_COUNT);
        try (ExecutorService pool = Executors.newFixedThreadPool(share)) {
            List<Callable<Void>> shares = new ArrayList<>();
            for (int first = 0; first < share; first++) {
                int from = first;
                shares.add(() -> {
                    Renderer renderer = new Renderer(RECORDED_SEED);
                    for (int i = from; i < RECORDED_COUNT; i += share) {
                        Path picture = renderer.render(i, folder);
                        cases[i] = new Case(picture, Truth.read(Truth.beside(picture)));
                        progress.step();
                    }
                    return null;
                });
            }
            for (Future<Void> each : pool.invokeAll(shares)) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("The receipts were not drawn", e.getCause());
        }
        return List.of(cases);
    }

    public static AccuracyRun of(List<Case> cases, ReceiptReader reader, int atATime)
            throws IOException, InterruptedException {
        Progress progress = new Progress("reading", cases.size());
        List<Reading> readings =
                Readings.all(reader, cases.stream().map(Case::picture).toList(), atATime, progress::step);
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
