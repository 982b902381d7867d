package pl.paragon.analysis.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import pl.paragon.analysis.model.ModelConfig.AnswerForm;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.analysis.rows.Row;

/**
 * What a model is asked: instructions that never change, and the rows of the print, numbered, as one JSON document. Whatever a receipt prints is a string in it, so no print ends the data and
 * begins an instruction.
 */
final class Question {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String INSTRUCTIONS = instructions();

    private Question() {}

    static ChatRequest of(Printout printout, AnswerForm form) {
        return ChatRequest.builder()
                .messages(SystemMessage.from(INSTRUCTIONS), UserMessage.from(rows(printout)))
                .responseFormat(
                        switch (form) {
                            case JSON_SCHEMA ->
                                ResponseFormat.builder()
                                        .type(ResponseFormatType.JSON)
                                        .jsonSchema(AnswerSchema.SCHEMA)
                                        .build();
                            case JSON -> ResponseFormat.JSON;
                            case WORDS -> null;
                        })
                .build();
    }

    static String rows(Printout printout) {
        ObjectNode question = JSON.createObjectNode();
        ArrayNode rows = question.putArray("rows");
        for (Row row : printout.rows()) {
            rows.addObject().put("row", row.number()).put("text", row.text());
        }
        return question.toString();
    }

    private static String instructions() {
        try (InputStream in = Question.class.getResourceAsStream("instructions.txt")) {
            if (in == null) {
                throw new IllegalStateException("the instructions are missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
