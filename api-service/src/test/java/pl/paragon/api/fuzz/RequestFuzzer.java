package pl.paragon.api.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes requests that are nearly right: an operation of the document with what it asks for, broken in one to three
 * places. HTTP itself is kept, so each deserves an answer.
 */
public final class RequestFuzzer {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Prefer",
            "Authorization",
            "X-API-Key",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID",
            "Range",
            "Origin",
            "Access-Control-Request-Method",
            "Cookie",
            "Forwarded",
            "X-Forwarded-For",
            "X-HTTP-Method-Override",
            "Content-Disposition",
            "Content-Encoding",
            "Upgrade",
            "Connection",
            "Sec-WebSocket-Key",
            "Sec-WebSocket-Version",
            "Expect",
            "X-Unknown");

    private static final List<byte[]> BEGINNINGS = List.of(
            new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
            "%PDF-1.7\n".getBytes(UTF_8),
            "PK\u0003\u0004".getBytes(UTF_8),
            "GIF89a".getBytes(UTF_8),
            "text".getBytes(UTF_8),
            new byte[0]);

    private static final List<String> TYPES = List.of(
            "image/jpeg",
            "image/png",
            "application/pdf",
            "application/zip",
            "application/octet-stream",
            "text/plain",
            "IMAGE/JPEG; x=y",
            "nonsense",
            "");

    private final List<Operation> operations;
    private final List<String> ids;
    private final long seed;

    /** @param ids that exist, for paths that ask for one */
    public RequestFuzzer(Contract contract, List<String> ids, long seed) {
        this.operations = contract.operations();
        this.ids = ids;
        this.seed = seed;
    }

    /** Always the same for the same number. */
    public FuzzedRequest request(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        random.nextInt(); // the first numbers of neighbouring seeds are alike
        Draft draft = sound(Strange.one(operations, random), random);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            breakSomething(draft, random);
        }
        return draft.toRequest();
    }

    private Draft sound(Operation operation, Random random) {
        Draft draft = new Draft(operation);
        for (var parameter : operation.parameters()) {
            String value = parameter.example().orElse("x");
            switch (parameter.in()) {
                case "path" ->
                    draft.pathValues.put(parameter.name(), random.nextBoolean() ? Strange.one(ids, random) : value);
                case "query" -> {
                    if (random.nextInt(3) == 0) {
                        draft.query.add(Map.entry(parameter.name(), value));
                    }
                }
                default -> {
                    if (!parameter.name().equals("Prefer")) {
                        draft.headers.add(Map.entry(parameter.name(), value));
                    }
                }
            }
        }
        operation
                .body()
                .filter(body -> body.mediaType().equals("multipart/form-data"))
                .ifPresent(body -> body.fields().stream()
                        .filter(field -> field.file() || random.nextInt(3) == 0)
                        .forEach(field -> draft.parts.add(part(field, random))));
        return draft;
    }

    private static Draft.Part part(Operation.Field field, Random random) {
        String head = "Content-Disposition: form-data; name=\"" + field.name() + "\"";
        if (!field.file()) {
            return new Draft.Part(head, "x".getBytes(UTF_8));
        }
        return new Draft.Part(
                head + "; filename=\"paragon.jpg\"\r\nContent-Type: image/jpeg",
                content(BEGINNINGS.getFirst(), random));
    }

    private static byte[] content(byte[] beginning, Random random) {
        byte[] content = new byte[beginning.length + random.nextInt(2000)];
        random.nextBytes(content);
        System.arraycopy(beginning, 0, content, 0, beginning.length);
        return content;
    }

    private void breakSomething(Draft draft, Random random) {
        switch (random.nextInt(draft.body == null ? 5 : 10)) {
            case 0 -> draft.method = Strange.one(METHODS, random);
            case 1 -> draft.pathValues.replaceAll((name, value) -> Strange.value(random));
            case 2 ->
                draft.operation.parameters().stream()
                        .filter(parameter -> parameter.in().equals("query"))
                        .forEach(parameter -> {
                            if (random.nextBoolean()) {
                                draft.query.add(Map.entry(parameter.name(), Strange.value(random)));
                            }
                        });
            case 3 -> draft.query.add(Map.entry(Strange.value(random), Strange.value(random)));
            case 4 -> draft.headers.add(Map.entry(Strange.one(HEADERS, random), Strange.header(random)));
            case 5 -> draft.contentType = random.nextInt(5) == 0 ? null : Strange.header(random);
            case 6, 7 -> breakContent(draft, random);
            case 8 -> breakBytes(draft, random);
            default -> draft.chunked = true;
        }
    }

    private static void breakContent(Draft draft, Random random) {
        if (!draft.parts.isEmpty()) {
            draft.parts.set(random.nextInt(draft.parts.size()), strangePart(draft.operation, random));
        } else if (draft.operation.body().orElseThrow().mediaType().endsWith("json")) {
            draft.body = strangeJson(draft.operation.body().orElseThrow().example(), random)
                    .getBytes(UTF_8);
        } else {
            draft.body = Strange.value(random).repeat(1 + random.nextInt(3)).getBytes(UTF_8);
        }
    }

    private static Draft.Part strangePart(Operation operation, Random random) {
        List<Operation.Field> fields = operation.body().orElseThrow().fields();
        String name = random.nextInt(4) == 0
                ? quotable(random)
                : Strange.one(fields, random).name();
        StringBuilder head = new StringBuilder("Content-Disposition: form-data; name=\"" + name + "\"");
        if (random.nextInt(4) > 0) {
            head.append("; filename=\"").append(quotable(random)).append('"');
        }
        if (random.nextInt(4) > 0) {
            head.append("\r\nContent-Type: ").append(Strange.one(TYPES, random));
        }
        if (random.nextInt(6) == 0) {
            head.append("\r\n")
                    .append(Strange.one(HEADERS, random))
                    .append(": ")
                    .append(Strange.header(random));
        }
        return new Draft.Part(head.toString(), content(Strange.one(BEGINNINGS, random), random));
    }

    private static String quotable(Random random) {
        return Strange.value(random).replace("\"", "\\\"");
    }

    /** An object with one of its values replaced, or with one more; sometimes no object at all. */
    private static String strangeJson(JsonNode example, Random random) {
        if (!example.isObject() || random.nextInt(6) == 0) {
            return Strange.json(random);
        }
        List<Map.Entry<String, JsonNode>> fields = List.copyOf(example.properties());
        int broken = random.nextInt(fields.size() + 1);
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < fields.size(); i++) {
            json.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(fields.get(i).getKey())
                    .append("\":")
                    .append(i == broken ? Strange.json(random) : fields.get(i).getValue());
        }
        if (broken == fields.size()) {
            json.append(fields.isEmpty() ? "" : ",").append("\"more\":").append(Strange.json(random));
        }
        return json.append('}').toString();
    }

    private static void breakBytes(Draft draft, Random random) {
        draft.settleBody();
        if (draft.body.length == 0) {
            return;
        }
        int at = random.nextInt(draft.body.length);
        switch (random.nextInt(4)) {
            case 0 -> draft.body = Arrays.copyOf(draft.body, at);
            case 1 -> {
                draft.bytesMissing = draft.body.length - at;
                draft.body = Arrays.copyOf(draft.body, at);
            }
            case 2 -> draft.body[at] ^= (byte) (1 << random.nextInt(8));
            default -> {
                byte[] twice = Arrays.copyOf(draft.body, draft.body.length * 2);
                System.arraycopy(draft.body, 0, twice, draft.body.length, draft.body.length);
                draft.body = twice;
            }
        }
    }
}
