package pl.paragon.benchmarks.throughput;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.paragon.benchmarks.stack.ServiceProcess;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.stack.PartState;

/** The processor time of each part of a Paragon on this machine, servers included, with what they start. */
final class ProcessorTimes {

    /** The sum of all parts. */
    static final String ALL = "all parts";

    private final RunningParagon paragon;

    ProcessorTimes(RunningParagon paragon) {
        this.paragon = paragon;
    }

    /** Since the start of each part. */
    Map<String, Duration> now() throws IOException {
        List<String> parts =
                paragon.state().parts().stream().map(PartState::name).toList();
        Map<String, Duration> times = new LinkedHashMap<>();
        for (String part : parts) {
            times.put(part, ServiceProcess.of(paragon, part).processorTimeWithChildren());
        }
        return times;
    }

    /** Seconds per page of each part, and of all together. */
    static Map<String, Double> perPage(Map<String, Duration> before, Map<String, Duration> after, int pages) {
        Map<String, Double> perPage = new LinkedHashMap<>();
        after.forEach((part, time) -> perPage.put(part, seconds(time.minus(before.get(part))) / pages));
        perPage.put(
                ALL, perPage.values().stream().mapToDouble(Double::doubleValue).sum());
        return perPage;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
