package pl.paragon.benchmarks.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/**
 * A line of a file of results.
 *
 * @param origin the commit, day and machine
 * @param setting what was measured, e.g. {@code clients 8, size 200kB}
 * @param reference empty if only Paragon was measured
 */
record KeptResult(
        String benchmark,
        String origin,
        String setting,
        String measure,
        String unit,
        double paragon,
        OptionalDouble reference) {

    private static final int DAY = 10;

    /** @throws IOException naming the line that is no result */
    static List<KeptResult> read(Path file) throws IOException {
        List<KeptResult> results = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            try {
                results.add(of(Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class)));
            } catch (UndecodableException | IllegalArgumentException e) {
                throw new IOException("%s, line %d is no result of a benchmark: %s"
                        .formatted(file, results.size() + 1, e.getMessage()));
            }
        }
        return results;
    }

    private static KeptResult of(JsonNode line) {
        return new KeptResult(
                text(line, "benchmark"),
                "commit %s, %s, %s"
                        .formatted(text(line, "commit"), text(line, "date").substring(0, DAY), text(line, "machine")),
                setting(line),
                text(line, "measure"),
                text(line, "unit"),
                line.required("paragon").asDouble(),
                line.path("reference").isNumber()
                        ? OptionalDouble.of(line.path("reference").asDouble())
                        : OptionalDouble.empty());
    }

    private static String text(JsonNode line, String name) {
        return line.required(name).asText();
    }

    private static String setting(JsonNode line) {
        return line.required("setting").properties().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().asText())
                .collect(Collectors.joining(", "));
    }

    /** In the order of their first results. */
    static Map<String, List<KeptResult>> byUnit(List<KeptResult> results) {
        return results.stream()
                .collect(Collectors.groupingBy(KeptResult::unit, LinkedHashMap::new, Collectors.toList()));
    }
}
