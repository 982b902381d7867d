package pl.paragon.benchmarks.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.stack.Checkout;

/** A Paragon of its own on free ports, in which nobody reads a picture or understands a text. */
public final class EmptyParagon {

    private static final Map<String, String> ENGINES =
            Map.of("PARAGON_OCR_ENGINE", "fixed-text", "PARAGON_ANALYSIS_ENGINE", "empty");

    private EmptyParagon() {}

    /**
     * One that is up; what an earlier one left is deleted.
     *
     * @param benchmark whose folder it has
     * @param settings environment variables of all its services, beside the engines
     */
    public static RunningParagon start(String benchmark, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(ENGINES);
        all.putAll(settings);
        Path home = Checkout.ofThisProgram()
                .directory()
                .resolve("benchmarks/target")
                .resolve(benchmark);
        return RunningParagon.in(home, all).up("--fresh");
    }
}
