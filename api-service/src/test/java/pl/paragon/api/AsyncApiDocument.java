package pl.paragon.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code /asyncapi.yaml} says of the gateway's sockets and streams. */
public final class AsyncApiDocument {

    private static final String ID = "https://paragon.example/asyncapi";
    private static final String ADDRESS_OF_THE_MESSAGES = "/channels/Socket/messages";

    private static final JsonMetaSchema JSON_SCHEMA_AMONG_OTHER_THINGS = JsonMetaSchema.builder(
                    JsonMetaSchema.getV202012())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();

    private final JsonNode document;
    private final JsonSchemaFactory schemas;

    private AsyncApiDocument(JsonNode document) {
        this.document = document;
        JsonNode strict = document.deepCopy();
        strict.at("/components/schemas").forEach(AsyncApiDocument::allowNothingElse);
        schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(JSON_SCHEMA_AMONG_OTHER_THINGS)
                        .schemaLoaders(loaders -> loaders.schemas(Map.of(ID, strict.toString()))));
    }

    public static AsyncApiDocument of(String yaml) {
        try {
            return new AsyncApiDocument(YAMLMapper.builder().build().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is shipped. */
    public static AsyncApiDocument shipped() {
        try (var in = AsyncApiDocument.class.getResourceAsStream("/META-INF/asyncapi.yaml")) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode at(String pointer) {
        return document.at(pointer);
    }

    public Stream<String> names(String pointer) {
        Iterable<String> names = () -> document.at(pointer).fieldNames();
        return StreamSupport.stream(names.spliterator(), false);
    }

    /** What in a message of a socket or a stream is not as the document says, fields that it does not know included. */
    public Set<ValidationMessage> violations(JsonNode message) {
        String type = message.path("event_type").asText();
        String described = names(ADDRESS_OF_THE_MESSAGES)
                .filter(name -> document.at("/components/messages/" + name + "/name")
                        .asText()
                        .equals(type))
                .findAny()
                .orElseThrow(() -> new AssertionError("no message of the socket is called " + type));
        return schemas.getSchema(SchemaLocation.of(ID + "#/components/messages/" + described + "/payload"))
                .validate(message);
    }

    private static void allowNothingElse(JsonNode schema) {
        if (schema.has("properties") && schema instanceof ObjectNode object) {
            object.put("additionalProperties", false);
        }
    }
}
