package pl.paragon.analysis.model.asking;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.analysis.rows.Row;

/**
 * What a model is asked about: the rows of the print, numbered, as one JSON document. Everything printed is a JSON
 * string, so no print can end the data and begin an instruction.
 */
final class Question {

    private static final JsonMapper JSON = new JsonMapper();

    private Question() {}

    static String of(Printout printout) {
        ObjectNode question = JSON.createObjectNode();
        ArrayNode rows = question.putArray("rows");
        for (Row row : printout.rows()) {
            rows.addObject().put("row", row.number()).put("text", row.text());
        }
        return question.toString();
    }
}
