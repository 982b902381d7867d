package pl.paragon.benchmarks.cpu;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.stack.Readings;
import pl.paragon.benchmarks.stack.ReceiptReader;
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
            ReceiptReader reader = new ReceiptReader(stack.url(), Optional.empty(), Duration.ofMinutes(5));
            int atATime = Runtime.getRuntime().availableProcessors();
            for (int i = 0; i < warmUps; i++) {
                Readings.all(reader, pictures, atATime, progress::step);
            }
            Map<String, double[]> seconds = new LinkedHashMap<>();
            ServiceProcess.SERVICES.forEach(service -> seconds.put(service, new double[rounds]));
            long began = System.nanoTime();
            for (int i = 0; i < rounds; i++) {
                Map<String, Duration> before = spent(stack);
                Readings.all(reader, pictures, atATime, progress::step);
                Map<String, Duration> after = spent(stack);
                for (String service : ServiceProcess.SERVICES) {
                    Duration spent = after.get(service).minus(before.get(service));
                    seconds.get(service)[i] = spent.toMillis() / 1000.0 / pictures.size();
                }
            }
            double wall = (System.nanoTime() - began) / 1e9 / rounds / pictures.size();
            Map<String, Rounds> cost = new LinkedHashMap<>();
            seconds.forEach((service, each) -> cost.put(service, new Rounds(each)));
            return new Cost(cost, idle(stack), wall);
        }
    }

    private static Map<String, Double> idle(RunningParagon stack) throws IOException, InterruptedException {
        Map<String, Duration> before = spent(stack);
        Thread.sleep(IDLE);
        Map<String, Double> idle = new LinkedHashMap<>();
        spent(stack)
                .forEach((service, after) -> idle.put(
                        service, (double) after.minus(before.get(service)).toMillis() / IDLE.toMillis()));
        return idle;
    }

    private static Map<String, Duration> spent(RunningParagon stack) throws IOException {
        Map<String, Duration> spent = new LinkedHashMap<>();
        for (String service : ServiceProcess.SERVICES) {
            spent.put(service, ServiceProcess.of(stack, service).processorTime());
        }
        return spent;
    }
}
