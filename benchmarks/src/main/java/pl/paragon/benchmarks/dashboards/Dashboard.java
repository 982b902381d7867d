package pl.paragon.benchmarks.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.contracts.json.Json;

/**
 * A dashboard as Grafana's JSON has it.
 *
 * @param name its file's, without the suffix
 */
record Dashboard(String name, String title, List<Panel> panels) {

    static Dashboard read(Path file) throws IOException {
        JsonNode json = Json.read(Files.readAllBytes(file), JsonNode.class);
        List<Panel> panels = new ArrayList<>();
        json.path("panels").forEach(panel -> panels.add(Panel.of(panel)));
        return new Dashboard(
                file.getFileName().toString().replace(".json", ""),
                json.path("title").asText(),
                panels);
    }

    /** In rows of Grafana's grid. */
    int height() {
        return panels.stream()
                .mapToInt(panel -> panel.place().y() + panel.place().height())
                .max()
                .orElse(0);
    }
}
