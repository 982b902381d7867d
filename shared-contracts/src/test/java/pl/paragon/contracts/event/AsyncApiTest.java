package pl.paragon.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.webhook.WebhookEvent;
import pl.paragon.contracts.webhook.WebhookMessage;

/** The AsyncAPI document is written by hand; here it is held against the topics and what is written to them. */
class AsyncApiTest {

    private static final String ID = "https://paragon.example/asyncapi";

    private static final JsonMetaSchema JSON_SCHEMA_AMONG_OTHER_THINGS = JsonMetaSchema.builder(
                    JsonMetaSchema.getV202012())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();

    private final JsonNode document = document();

    static Stream<Event> facts() {
        Submission told = new Submission(
                "a.jpg", Facts.submission().file(), null, "anna", Facts.NOON, Lane.BULK, "https://hooks.example.com/");
        return Stream.concat(Facts.all().stream(), Stream.of(new ReceiptSubmitted(Facts.JOB, Facts.NOON, told)));
    }

    static Stream<WebhookMessage> messages() {
        JobId job = JobId.random();
        Instant ended = Instant.parse("2026-03-14T12:00:05.25Z");
        var receipt = new WebhookMessage.Receipt(
                "Sklep", LocalDate.of(2026, 3, 14), Money.of("17.48"), "PLN", Verification.Verdict.PROVED);
        var illegible = new WebhookMessage.Receipt(null, null, null, null, Verification.Verdict.IN_DOUBT);
        var failure = new WebhookMessage.Failure(ErrorCode.NOT_A_RECEIPT, ErrorCode.NOT_A_RECEIPT.message());
        return Stream.of(
                message(WebhookEvent.JOB_SUCCEEDED, ended, job, receipt, null),
                message(WebhookEvent.JOB_SUCCEEDED, ended, job, illegible, null),
                message(WebhookEvent.JOB_FAILED, ended, job, null, failure),
                message(WebhookEvent.JOB_CANCELLED, ended, job, null, null));
    }

    private static WebhookMessage message(
            WebhookEvent event,
            Instant ended,
            JobId job,
            WebhookMessage.Receipt receipt,
            WebhookMessage.Failure failure) {
        return new WebhookMessage(
                event,
                ended,
                new WebhookMessage.Job(job, event.status(), "/api/v3/receipts/status/" + job, receipt, failure));
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("/Stage", Stage.values()),
                Arguments.of("/StepStarted/properties/step", Step.values()),
                Arguments.of("/JobGoesOn/properties/step", Step.values()),
                Arguments.of("/Submission/properties/lane", Lane.values()),
                Arguments.of("/WorkerHeartbeat/properties/condition", WorkerHeartbeat.Condition.values()));
    }

    @Test
    void shouldDescribeEveryTopicAndNoOther() {
        Map<String, String> described = new TreeMap<>();
        document.path("channels").forEach(channel -> {
            // The gateway's sockets have paths, and what is sent to webhooks no address.
            if (!channel.path("address").asText("/").startsWith("/")) {
                described.put(
                        channel.path("address").asText(),
                        channel.path("messages").fieldNames().next());
            }
        });

        Map<String, String> topics = new TreeMap<>();
        Stream.of(Topic.values())
                .forEach(topic -> topics.put(topic.id(), topic.type().getSimpleName()));
        assertThat(described).isEqualTo(topics);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void shouldDescribeEveryFieldAndNoOther(Event fact) throws IOException {
        assertThat(violations(fact)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldDescribeWhatWebhooksGet(WebhookMessage message) throws IOException {
        assertThat(violations(message)).isEmpty();
        assertThat(document.at("/channels/Webhook/messages/WebhookMessage").isMissingNode())
                .isFalse();
    }

    @Test
    void shouldKnowEveryEventOfWebhooks() {
        JsonNode described = document.at("/components/schemas/WebhookMessage/properties/type/enum");

        assertThat(StreamSupport.stream(described.spliterator(), false).map(JsonNode::asText))
                .containsExactlyElementsOf(
                        Stream.of(WebhookEvent.values()).map(WebhookEvent::id).toList());
    }

    private Set<ValidationMessage> violations(Object message) throws IOException {
        JsonNode strict = document.deepCopy();
        strict.at("/components/schemas").forEach(AsyncApiTest::allowNothingElse);
        var schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(JSON_SCHEMA_AMONG_OTHER_THINGS)
                        .schemaLoaders(loaders -> loaders.schemas(Map.of(ID, strict.toString()))));
        String payload = "/components/messages/" + message.getClass().getSimpleName() + "/payload";
        assertThat(document.at(payload).isMissingNode()).isFalse();
        return schemas.getSchema(SchemaLocation.of(ID + "#" + payload))
                .validate(Json.mapper().readTree(Json.write(message)));
    }

    @ParameterizedTest
    @MethodSource("words")
    void shouldKnowEveryWord(String schema, Enum<?>[] words) {
        JsonNode described = document.at("/components/schemas" + schema + "/enum");

        assertThat(StreamSupport.stream(described.spliterator(), false).map(JsonNode::asText))
                .containsExactlyElementsOf(Arrays.stream(words).map(Enum::name).toList());
    }

    private static void allowNothingElse(JsonNode schema) {
        if (schema.has("properties") && schema instanceof ObjectNode object) {
            object.put("additionalProperties", false);
        }
    }

    private static JsonNode document() {
        try (var in = AsyncApiTest.class.getResourceAsStream("/META-INF/asyncapi.yaml")) {
            return YAMLMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
