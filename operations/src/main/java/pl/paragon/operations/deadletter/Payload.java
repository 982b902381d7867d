package pl.paragon.operations.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** A record's value for people: as JSON if it is that, else as text, else in hexadecimal digits. */
record Payload(byte[] bytes) {

    /** A poison record may hold anything; a terminal obeys control characters. */
    private static final String CONTROL = "[\\p{Cntrl}&&[^\\n\\t]]";

    Optional<JsonNode> json() {
        try {
            return Optional.of(Json.read(bytes, JsonNode.class)).filter(JsonNode::isContainerNode);
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }

    /** Fit for a terminal. */
    String shown() {
        return json().map(JsonNode::toPrettyString).orElseGet(this::text).replaceAll(CONTROL, " ");
    }

    String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return HexFormat.ofDelimiter(" ").formatHex(bytes);
        }
    }
}
