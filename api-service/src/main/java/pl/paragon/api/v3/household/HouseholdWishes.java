package pl.paragon.api.v3.household;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.household.KnownHouseholds;
import pl.paragon.api.household.SavedHouseholds;
import pl.paragon.api.household.SavedHouseholds.Outcome;
import pl.paragon.api.http.DatabaseEdge;
import pl.paragon.api.http.household.OnBehalf;
import pl.paragon.contracts.household.Household;
import pl.paragon.contracts.household.HouseholdOwner;
import pl.paragon.contracts.household.HouseholdRequest;
import pl.paragon.contracts.household.Memberships;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** Carries out what callers want of their households, and words refusals. */
@ApplicationScoped
class HouseholdWishes {

    private static final Logger LOG = Logger.getLogger(HouseholdWishes.class);

    private final SavedHouseholds saved;
    private final KnownHouseholds known;
    private final DatabaseEdge database = new DatabaseEdge("Households", Duration.ofSeconds(2));

    HouseholdWishes(SavedHouseholds saved, KnownHouseholds known) {
        this.saved = saved;
        this.known = known;
    }

    /** The body of {@code PUT /api/v3/households/default}. @param household its id */
    private record DefaultWish(String household) {}

    static HouseholdRequest read(byte[] body) {
        try {
            return Json.read(body, HouseholdRequest.class);
        } catch (UndecodableException e) {
            throw refused("name", reason(e, "A JSON object is expected, with name"));
        }
    }

    /** The id of a household, in the body of a wish for a default. */
    static String readId(byte[] body) {
        try {
            String id = Json.read(body, DefaultWish.class).household();
            if (id != null) {
                return id;
            }
        } catch (UndecodableException e) {
            LOG.debug("A wish for a default household is undecodable", e);
        }
        throw refused("household", "A JSON object is expected, with household, the id of one of yours");
    }

    Memberships of(SecurityIdentity caller) {
        String person = person(caller);
        return database.ask(() -> saved.of(person));
    }

    Memberships withoutDefault(SecurityIdentity caller) {
        String person = person(caller);
        try {
            return database.ask(() -> saved.withoutDefault(person));
        } finally {
            known.changed(person);
        }
    }

    Household show(SecurityIdentity caller, String id) {
        String person = person(caller);
        return household(database.ask(() -> saved.show(id, person)));
    }

    /** What the caller wants of one household, which answers as it is then. */
    Household by(SecurityIdentity caller, BiFunction<SavedHouseholds, String, Outcome> wish) {
        String person = person(caller);
        try {
            return household(database.ask(() -> wish.apply(saved, person)));
        } finally {
            // Also if no answer came: it may have been done.
            known.changed(person);
        }
    }

    private static Household household(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var household) -> household;
            case Outcome.Unknown() ->
                throw ApiException.of(ErrorBody.of(ApiError.HOUSEHOLD_NOT_FOUND, "Household not found", Map.of()));
            case Outcome.Refused(var why) ->
                throw ApiException.of(ErrorBody.of(
                        ApiError.HOUSEHOLD_CONFLICT,
                        "The household does not allow this",
                        Map.of("reason", why, "error", why.reason())));
        };
    }

    /** Something was done to somebody else; this gateway asks before their next request. */
    void changed(String person) {
        known.changed(person);
    }

    /** Who is named in a path, if they are not the caller, who is {@code me}. */
    String somebodyElse(String owner, SecurityIdentity caller) {
        if (!HouseholdOwner.isPerson(owner)) {
            throw refused("owner", "Nobody can be called so");
        }
        if (owner.equals(person(caller))) {
            throw refused(
                    "owner", "You are called 'me' here, so that nobody does to themselves what is meant for others");
        }
        return owner;
    }

    private static String person(SecurityIdentity caller) {
        String person = OnBehalf.person(caller);
        if (!HouseholdOwner.isPerson(person)) {
            throw refused("household", "Nobody is authenticated here, so there are no households");
        }
        return person;
    }

    /** What the wish says of itself; the decoder's own words are of no use to a client. */
    private static String reason(UndecodableException e, String otherwise) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .filter(IllegalArgumentException.class::isInstance)
                .map(Throwable::getMessage)
                .reduce((outer, inner) -> inner)
                .orElse(otherwise);
    }

    private static ApiException refused(String field, String why) {
        return ApiException.of(ErrorBody.of(
                ApiError.BAD_REQUEST, "This is no wish for a household", Map.of("field", field, "error", why)));
    }
}
