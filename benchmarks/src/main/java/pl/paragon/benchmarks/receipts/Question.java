package pl.paragon.benchmarks.receipts;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import pl.paragon.contracts.json.Json;

/**
 * Something that the gateway asks persistence-worker.
 *
 * @param request to be sent to this address; another one each time if there is something to vary
 */
record Question(String name, Function<URI, HttpRequest> request) {

    static Question get(Owner owner, String name, Supplier<String> path) {
        return new Question(named(owner, name), worker -> HttpRequest.newBuilder(worker.resolve(path.get()))
                .GET()
                .build());
    }

    static Question post(Owner owner, String name, String path, Supplier<Object> body) {
        return new Question(named(owner, name), worker -> post(worker, path, body.get()));
    }

    static HttpRequest post(URI worker, String path, Object body) {
        return HttpRequest.newBuilder(worker.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
                .build();
    }

    private static String named(Owner owner, String name) {
        return "%-4s  %s".formatted(owner.name().toLowerCase(Locale.ROOT), name);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
