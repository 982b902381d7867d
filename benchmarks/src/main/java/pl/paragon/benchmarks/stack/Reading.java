package pl.paragon.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * What Paragon read from a receipt.
 *
 * @param analysis empty if it failed
 * @param text what was recognised
 * @param error why there is no analysis; {@code null} if there is one
 */
public record Reading(JsonNode analysis, String text, String error) {

    static Reading of(JsonNode result) {
        return new Reading(result.path("analysis"), result.path("ocr_text").asText(""), null);
    }

    static Reading failed(String error) {
        return new Reading(JsonNodeFactory.instance.objectNode(), "", error);
    }
}
