package pl.paragon.api.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.paragon.api.idempotency.Attempt;
import pl.paragon.api.idempotency.IdempotencyKey;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.result.PersistenceConfig;
import pl.paragon.contracts.action.ActionFilter;
import pl.paragon.contracts.action.ActionKind;
import pl.paragon.contracts.action.ActionRequest;
import pl.paragon.contracts.action.JobAction;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** Asks persistence-worker, over internal HTTP. */
@ApplicationScoped
class JobActionsClient implements JobActions {

    private static final Logger LOG = Logger.getLogger(JobActionsClient.class);

    private final HttpClient http;
    private final PersistenceConfig config;

    JobActionsClient(PersistenceConfig config) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
        this.config = config;
    }

    /** @param most as persistence-worker says it */
    private record Bound(int most) {}

    @Override
    public Begin begin(Submitter submitter, Optional<IdempotencyKey> key, ActionKind kind, ActionFilter filter) {
        UUID id = key.map(named -> id(submitter, named)).orElseGet(UUID::randomUUID);
        byte[] body = Json.write(new ActionRequest(id, submitter.name(), kind, filter));
        HttpRequest request = HttpRequest.newBuilder(uri(""))
                .timeout(config.timeout())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case 200 -> new Begin.Begun(Json.read(answer.body(), JobAction.class));
                case 409 -> new Begin.KeyReused();
                case 422 ->
                    new Begin.TooMany(Json.read(answer.body(), Bound.class).most());
                default -> {
                    LOG.warnf("persistence-worker answered %d when it was to act on jobs", answer.statusCode());
                    yield new Begin.Unavailable();
                }
            };
        } catch (IOException | UndecodableException e) {
            LOG.warnf("persistence-worker cannot be asked to act on jobs: %s", e);
            return new Begin.Unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Begin.Unavailable();
        }
    }

    /** The same for the same key, so that the database knows an action that is asked for again. */
    private static UUID id(Submitter submitter, IdempotencyKey key) {
        String name = Attempt.by(submitter, key).owner() + '\0' + key.value();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Lookup find(Submitter submitter, UUID id) {
        String query = "/" + id + "?submitter=" + URLEncoder.encode(submitter.name(), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(uri(query))
                .timeout(config.timeout())
                .GET()
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case 200 -> new Lookup.Found(Json.read(answer.body(), JobAction.class));
                case 404 -> new Lookup.Unknown();
                default -> {
                    LOG.warnf("persistence-worker answered %d about action %s", answer.statusCode(), id);
                    yield new Lookup.Unavailable();
                }
            };
        } catch (IOException | UndecodableException e) {
            LOG.warnf("persistence-worker cannot be asked about action %s: %s", id, e);
            return new Lookup.Unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Lookup.Unavailable();
        }
    }

    private URI uri(String rest) {
        return URI.create(config.url().toString().replaceAll("/+$", "") + "/internal/actions" + rest);
    }
}
