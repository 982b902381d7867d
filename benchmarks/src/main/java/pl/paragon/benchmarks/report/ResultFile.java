package pl.paragon.benchmarks.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pl.paragon.contracts.json.Json;
import pl.paragon.running.stack.Checkout;

/**
 * Results for programs, e.g. one that plots them: a file per run with a JSON object on each line, which begins with the
 * name of the benchmark and its provenance.
 */
public final class ResultFile {

    private final Path folder;

    public ResultFile(Path folder) {
        this.folder = folder;
    }

    /** In {@code benchmarks/results}, which git ignores. */
    public static ResultFile ofThisCheckout() {
        return new ResultFile(Checkout.ofThisProgram().directory().resolve("benchmarks/results"));
    }

    /** @param rows records, whose names become snake_case */
    public Path write(String benchmark, Provenance provenance, List<?> rows) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Object row : rows) {
            ObjectNode line = Json.mapper().createObjectNode().put("benchmark", benchmark);
            line.setAll(Json.mapper().<ObjectNode>valueToTree(provenance));
            line.setAll(Json.mapper().<ObjectNode>valueToTree(row));
            lines.append(Json.writeText(line)).append('\n');
        }
        Path file = Files.createDirectories(folder)
                .resolve(benchmark + "-" + provenance.date().replace(":", "") + ".jsonl");
        return Files.writeString(file, lines);
    }
}
