package pl.paragon.benchmarks.budget;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pl.paragon.running.service.Metrics;

/**
 * What all receipts together spent in each step, so far.
 *
 * @param spent by the step's name, in the order of the steps
 */
record Budget(Map<String, Spent> spent) {

    /** @param seconds of the clock; of the processor as well, if the machine does nothing else */
    record Spent(double times, double seconds) {

        Spent minus(Spent earlier) {
            return new Spent(times - earlier.times, seconds - earlier.seconds);
        }
    }

    private record Step(String name, String service, String timer, String label) {

        Spent spent(Metrics metrics) {
            return new Spent(metrics.sum(timer + "_count", label), metrics.sum(timer + "_sum", label));
        }
    }

    private static final List<Step> STEPS = steps();

    private static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(
                new Step("upload", "api-service", "http_server_requests_seconds", "uri=\"/api/v3/receipts/process\""));
        steps.addAll(stage("ocr", "ocr-worker"));
        for (String step : List.of("decode", "detect", "read_narrow", "read_full", "witness")) {
            steps.add(new Step("  " + step, "ocr-worker", "paragon_ocr_step_seconds", "step=\"" + step + "\""));
        }
        steps.addAll(stage("analysis", "analysis-worker"));
        steps.addAll(stage("persistence", "persistence-worker"));
        return List.copyOf(steps);
    }

    private static List<Step> stage(String stage, String service) {
        String label = "stage=\"" + stage + "\"";
        return List.of(
                new Step(stage + " waits", service, "paragon_stage_wait_seconds", label),
                new Step(stage + " works", service, "paragon_stage_attempt_seconds", label));
    }

    /** @param services where each service answers */
    static Budget now(Function<String, URI> services) {
        Map<String, Metrics> asked = new LinkedHashMap<>();
        Map<String, Spent> spent = new LinkedHashMap<>();
        for (Step step : STEPS) {
            Metrics metrics = asked.computeIfAbsent(step.service(), service -> Metrics.of(services.apply(service)));
            spent.put(step.name(), step.spent(metrics));
        }
        return new Budget(spent);
    }

    Budget since(Budget earlier) {
        Map<String, Spent> difference = new LinkedHashMap<>();
        spent.forEach((step, now) -> difference.put(step, now.minus(earlier.spent.get(step))));
        return new Budget(difference);
    }
}
