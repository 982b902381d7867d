package pl.paragon.api.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import pl.paragon.api.result.PersistenceConfig;
import pl.paragon.contracts.household.Conflict;
import pl.paragon.contracts.household.Household;
import pl.paragon.contracts.household.HouseholdOwner;
import pl.paragon.contracts.household.HouseholdRequest;
import pl.paragon.contracts.household.Memberships;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** Asks persistence-worker, the only owner of the database, over internal HTTP. */
@ApplicationScoped
class HouseholdClient implements SavedHouseholds {

    private final HttpClient http;
    private final PersistenceConfig config;

    HouseholdClient(PersistenceConfig config) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
        this.config = config;
    }

    /** The body of a 409. */
    private record Refusal(Conflict conflict) {}

    @Override
    public Memberships of(String person) {
        HttpResponse<byte[]> answer = ask(to("", person).GET());
        // A persistence-worker of a version without households, during an upgrade: nobody has one.
        return answer.statusCode() == 404
                ? new Memberships(List.of(), false)
                : read(only200(answer), Memberships.class);
    }

    @Override
    public Outcome found(HouseholdRequest wish, String person) {
        return outcome(to("", person).POST(BodyPublishers.ofByteArray(Json.write(wish))));
    }

    @Override
    public Outcome show(String household, String person) {
        return about(household, () -> to("/" + household, person).GET());
    }

    @Override
    public Outcome delete(String household, String person) {
        return about(household, () -> to("/" + household, person).DELETE());
    }

    @Override
    public Outcome put(String household, String owner, String person) {
        return about(household, () -> member(household, owner, person).PUT(BodyPublishers.noBody()));
    }

    @Override
    public Outcome remove(String household, String owner, String person) {
        return about(household, () -> member(household, owner, person).DELETE());
    }

    @Override
    public Outcome makeDefault(String household, String person) {
        return about(household, () -> to("/" + household + "/default", person).PUT(BodyPublishers.noBody()));
    }

    @Override
    public Memberships withoutDefault(String person) {
        return read(only200(ask(to("/default", person).DELETE())), Memberships.class);
    }

    private Outcome about(String household, Supplier<HttpRequest.Builder> wish) {
        return HouseholdOwner.isId(household) ? outcome(wish.get()) : new Outcome.Unknown();
    }

    private Outcome outcome(HttpRequest.Builder wish) {
        HttpResponse<byte[]> answer = ask(wish);
        return switch (answer.statusCode()) {
            case 404 -> new Outcome.Unknown();
            case 409 -> new Outcome.Refused(read(answer, Refusal.class).conflict());
            default -> new Outcome.Done(read(only200(answer), Household.class));
        };
    }

    private static HttpResponse<byte[]> only200(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new HouseholdsUnavailableException(
                    "persistence-worker answered %d about households".formatted(answer.statusCode()), null);
        }
        return answer;
    }

    private static <T> T read(HttpResponse<byte[]> answer, Class<T> type) {
        try {
            return Json.read(answer.body(), type);
        } catch (UndecodableException e) {
            throw new HouseholdsUnavailableException("persistence-worker's answer is undecodable", e);
        }
    }

    private HttpResponse<byte[]> ask(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(config.timeout()).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new HouseholdsUnavailableException("persistence-worker cannot be asked about households", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HouseholdsUnavailableException("interrupted while asking about households", e);
        }
    }

    private HttpRequest.Builder member(String household, String owner, String person) {
        return request("/" + household + "/members", "?owner=" + encoded(owner) + "&by=" + encoded(person));
    }

    private HttpRequest.Builder to(String path, String person) {
        return request(path, "?by=" + encoded(person));
    }

    private HttpRequest.Builder request(String path, String query) {
        String root = config.url().toString().replaceAll("/+$", "") + "/internal/households";
        return HttpRequest.newBuilder(URI.create(root + path + query));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
