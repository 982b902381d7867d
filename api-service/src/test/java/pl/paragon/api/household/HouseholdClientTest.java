package pl.paragon.api.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pl.paragon.api.household.SavedHouseholds.Outcome;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.persistence.PlayedWorker;
import pl.paragon.contracts.household.Conflict;
import pl.paragon.contracts.household.Household;
import pl.paragon.contracts.household.HouseholdRequest;
import pl.paragon.contracts.household.Membership;
import pl.paragon.contracts.household.Memberships;
import pl.paragon.contracts.household.Standing;

class HouseholdClientTest {

    private static final String HOME = "0b8c6f0e-4a52-4c3a-9d5f-1f1c6a3f7a10";

    private final Household household = new Household(HOME, "Dom", Instant.parse("2026-03-14T12:00:00Z"), List.of());

    @RegisterExtension
    private final PlayedWorker worker = new PlayedWorker();

    private final HouseholdClient client = new HouseholdClient(worker.client());

    @Test
    void shouldAskWhoseHouseholdsThereAre() {
        // given
        Memberships memberships = new Memberships(List.of(new Membership(HOME, "Dom", Standing.MEMBER, true)), true);
        worker.answers(200, memberships);

        // when, then
        assertThat(client.of("jan kowalski&co/1")).isEqualTo(memberships);
        assertThat(client.withoutDefault("jan")).isEqualTo(memberships);
        assertThat(worker.requests())
                .containsExactly(
                        "GET /internal/households?by=jan+kowalski%26co%2F1",
                        "DELETE /internal/households/default?by=jan");
    }

    @Test
    void shouldCarryOutWhatSomebodyWants() {
        // given
        worker.answers(200, household);

        // when, then
        List.of(
                        client.found(new HouseholdRequest("Dom"), "anna"),
                        client.show(HOME, "anna"),
                        client.delete(HOME, "anna"),
                        client.put(HOME, "jan|1", "anna"),
                        client.remove(HOME, "jan|1", "anna"),
                        client.makeDefault(HOME, "anna"))
                .forEach(outcome -> assertThat(outcome).isEqualTo(new Outcome.Done(household)));
        assertThat(worker.requests())
                .containsExactly(
                        "POST /internal/households?by=anna application/json {\"name\":\"Dom\"}",
                        "GET /internal/households/" + HOME + "?by=anna",
                        "DELETE /internal/households/" + HOME + "?by=anna",
                        "PUT /internal/households/" + HOME + "/members?owner=jan%7C1&by=anna",
                        "DELETE /internal/households/" + HOME + "/members?owner=jan%7C1&by=anna",
                        "PUT /internal/households/" + HOME + "/default?by=anna");
    }

    @Test
    void shouldTellWhyNot() {
        for (Conflict why : Conflict.values()) {
            worker.answers(409, Map.of("conflict", why));
            assertThat(client.delete(HOME, "anna")).isEqualTo(new Outcome.Refused(why));
        }
        worker.answers(404);
        assertThat(client.show(HOME, "anna")).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void shouldTakeAWorkerWithoutHouseholdsForOneWhereNobodyHasAny() {
        worker.answers(404);

        assertThat(client.of("anna")).isEqualTo(new Memberships(List.of(), false));
    }

    @Test
    void shouldAskNobodyAboutWhatCannotBeAHousehold() {
        for (String id : List.of("", "default", "../keys", "7", HOME.toUpperCase(Locale.ROOT))) {
            assertThat(client.delete(id, "anna")).isEqualTo(new Outcome.Unknown());
        }
        assertThat(worker.requests()).isEmpty();
    }

    @Test
    void shouldNotTakeAnOutageForNobody() {
        worker.answers(503);

        assertThatThrownBy(() -> client.of("anna")).isInstanceOf(PersistenceUnavailableException.class);
        assertThatThrownBy(() -> client.put(HOME, "anna", "anna")).isInstanceOf(PersistenceUnavailableException.class);
    }
}
