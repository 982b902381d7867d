package pl.paragon.benchmarks.cpu;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.stack.ServiceProcess;
import pl.paragon.running.RunningParagon;

/** The processor time that a Paragon, started for this purpose, spends on pictures. */
final class ParagonCost {

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final List<Path> pictures;
    private final int warmUps;
    private final int rounds;

    ParagonCost(List<Path> pictures, int warmUps, int rounds) {
        this.pictures = pictures;
        this.warmUps = warmUps;
        this.rounds = rounds;
    }

    /**
     * @param perReceipt by service
     * @param idle processor seconds per second while there is nothing to read, by service: contained in the above, the
     *     more so the slower the machine
     * @param wall seconds from one receipt's end to the next one's
     */
    record Cost(Map<String, Rounds> perReceipt, Map<String, Double> idle, double wall) {

        Rounds all() {
            return perReceipt.values().stream().reduce(Rounds::plus).orElseThrow();
        }
    }

    /** @param engine for {@code paragon.ocr.engine} */
    Cost measure(String engine, Path home) throws IOException, InterruptedException {
        Progress progress = new Progress(engine, (warmUps + rounds) * pictures.size());
        try (RunningParagon stack = RunningParagon.in(home, Map.of("PARAGON_OCR_ENGINE", engine))) {
            stack.up("--fresh");
            ProcessorMeter meter = new ProcessorMeter(stack);
            for (int i = 0; i < warmUps; i++) {
                meter.round(pictures, progress::step);
            }
            Map<String, double[]> seconds = new LinkedHashMap<>();
            ServiceProcess.SERVICES.forEach(service -> seconds.put(service, new double[rounds]));
            long began = System.nanoTime();
            for (int i = 0; i < rounds; i++) {
                Map<String, Duration> spent = meter.round(pictures, progress::step);
                for (String service : ServiceProcess.SERVICES) {
                    seconds.get(service)[i] = spent.get(service).toMillis() / 1000.0 / pictures.size();
                }
            }
            double wall = (System.nanoTime() - began) / 1e9 / rounds / pictures.size();
            Map<String, Rounds> cost = new LinkedHashMap<>();
            seconds.forEach((service, each) -> cost.put(service, new Rounds(each)));
            return new Cost(cost, idle(meter), wall);
        }
    }

    private static Map<String, Double> idle(ProcessorMeter meter) throws IOException, InterruptedException {
        Map<String, Duration> before = meter.spent();
        Thread.sleep(IDLE);
        Map<String, Double> idle = new LinkedHashMap<>();
        meter.spent()
                .forEach((service, after) -> idle.put(
                        service, (double) after.minus(before.get(service)).toMillis() / IDLE.toMillis()));
        return idle;
    }
}
