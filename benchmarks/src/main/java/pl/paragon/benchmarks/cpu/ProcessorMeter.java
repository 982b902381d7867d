package pl.paragon.benchmarks.cpu;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.benchmarks.stack.Readings;
import pl.paragon.benchmarks.stack.ReceiptReader;
import pl.paragon.benchmarks.stack.ServiceProcess;
import pl.paragon.running.RunningParagon;

/** The processor time that the services of a running Paragon spend on files. */
final class ProcessorMeter {

    private final RunningParagon stack;
    private final ReceiptReader reader;

    ProcessorMeter(RunningParagon stack) {
        this.stack = stack;
        this.reader = new ReceiptReader(stack.url(), Optional.empty(), Duration.ofMinutes(5));
    }

    /** Has all files read, as many at a time as there are processors; what that took, by service. */
    Map<String, Duration> round(List<Path> files, Runnable afterEach) throws IOException, InterruptedException {
        Map<String, Duration> before = spent();
        Readings.all(reader, files, Runtime.getRuntime().availableProcessors(), afterEach);
        Map<String, Duration> spent = spent();
        spent.replaceAll((service, after) -> after.minus(before.get(service)));
        return spent;
    }

    /** Since the start of each service. */
    Map<String, Duration> spent() throws IOException {
        Map<String, Duration> spent = new LinkedHashMap<>();
        for (String service : ServiceProcess.SERVICES) {
            spent.put(service, ServiceProcess.of(stack, service).processorTime());
        }
        return spent;
    }
}
