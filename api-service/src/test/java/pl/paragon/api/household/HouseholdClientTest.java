package pl.paragon.api.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.api.Defaults;
import pl.paragon.api.household.SavedHouseholds.Outcome;
import pl.paragon.api.result.PersistenceConfig;
import pl.paragon.contracts.household.Conflict;
import pl.paragon.contracts.household.Household;
import pl.paragon.contracts.household.HouseholdRequest;
import pl.paragon.contracts.household.Membership;
import pl.paragon.contracts.household.Memberships;
import pl.paragon.contracts.household.Standing;
import pl.paragon.contracts.json.Json;

class HouseholdClientTest {

    private static final String HOME = "0b8c6f0e-4a52-4c3a-9d5f-1f1c6a3f7a10";

    private final Household household = new Household(HOME, "Dom", Instant.parse("2026-03-14T12:00:00Z"), List.of());
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer worker;
    private volatile int status = 200;
    private volatile byte[] answer = new byte[0];

    @BeforeEach
    void startWorker() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        worker.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        worker.start();
    }

    @AfterEach
    void stopWorker() {
        worker.stop(0);
    }

    @Test
    void shouldAskWhoseHouseholdsThereAre() {
        // given
        Memberships memberships = new Memberships(List.of(new Membership(HOME, "Dom", Standing.MEMBER, true)), true);
        answer = Json.write(memberships);

        // when, then
        assertThat(client().of("jan kowalski&co/1")).isEqualTo(memberships);
        assertThat(client().withoutDefault("jan")).isEqualTo(memberships);
        assertThat(requests)
                .containsExactly(
                        "GET /internal/households?by=jan+kowalski%26co%2F1 ",
                        "DELETE /internal/households/default?by=jan ");
    }

    @Test
    void shouldCarryOutWhatSomebodyWants() {
        // given
        answer = Json.write(household);

        // when, then
        List.of(
                        client().found(new HouseholdRequest("Dom"), "anna"),
                        client().show(HOME, "anna"),
                        client().delete(HOME, "anna"),
                        client().put(HOME, "jan|1", "anna"),
                        client().remove(HOME, "jan|1", "anna"),
                        client().makeDefault(HOME, "anna"))
                .forEach(outcome -> assertThat(outcome).isEqualTo(new Outcome.Done(household)));
        assertThat(requests)
                .containsExactly(
                        "POST /internal/households?by=anna {\"name\":\"Dom\"}",
                        "GET /internal/households/" + HOME + "?by=anna ",
                        "DELETE /internal/households/" + HOME + "?by=anna ",
                        "PUT /internal/households/" + HOME + "/members?owner=jan%7C1&by=anna ",
                        "DELETE /internal/households/" + HOME + "/members?owner=jan%7C1&by=anna ",
                        "PUT /internal/households/" + HOME + "/default?by=anna ");
    }

    @Test
    void shouldTellWhyNot() {
        status = 409;
        for (Conflict why : Conflict.values()) {
            answer = Json.write(Map.of("conflict", why));
            assertThat(client().delete(HOME, "anna")).isEqualTo(new Outcome.Refused(why));
        }
        status = 404;
        assertThat(client().show(HOME, "anna")).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void shouldTakeAWorkerWithoutHouseholdsForOneWhereNobodyHasAny() {
        status = 404;

        assertThat(client().of("anna")).isEqualTo(new Memberships(List.of(), false));
    }

    @Test
    void shouldAskNobodyAboutWhatCannotBeAHousehold() {
        for (String id : List.of("", "default", "../keys", "7", HOME.toUpperCase(Locale.ROOT))) {
            assertThat(client().delete(id, "anna")).isEqualTo(new Outcome.Unknown());
        }
        assertThat(requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500, 503})
    void shouldKnowNothingIfTheAnswerIsNone(int answered) {
        status = answered;

        assertUnavailable(client());
    }

    @Test
    void shouldKnowNothingIfTheAnswerIsUndecodableOrNobodyIsThere() {
        HouseholdClient client = client();
        answer = "{".getBytes(StandardCharsets.UTF_8);
        assertUnavailable(client);
        worker.stop(0);
        assertUnavailable(client);
    }

    private static void assertUnavailable(HouseholdClient client) {
        assertThatThrownBy(() -> client.of("anna")).isInstanceOf(HouseholdsUnavailableException.class);
        assertThatThrownBy(() -> client.put(HOME, "anna", "anna")).isInstanceOf(HouseholdsUnavailableException.class);
    }

    private HouseholdClient client() {
        String url = "http://127.0.0.1:" + worker.getAddress().getPort() + "/";
        return new HouseholdClient(Defaults.with(
                PersistenceConfig.class, Map.of("paragon.persistence.url", url, "paragon.persistence.timeout", "1m")));
    }
}
