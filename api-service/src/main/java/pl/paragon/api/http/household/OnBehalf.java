package pl.paragon.api.http.household;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.household.Behalf;
import pl.paragon.api.household.KnownHouseholds;
import pl.paragon.api.identity.Submitter;

/** Whose the receipts are that a request asks for or uploads: the caller's, or those of a household of theirs. */
@ApplicationScoped
public class OnBehalf {

    private static final String HEADER = "Paragon-Household";
    private static final String PARAMETER = "household";
    private static final String PERSONAL = "personal";
    private static final String NOTED = "paragon.on-behalf";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final KnownHouseholds households;

    OnBehalf(KnownHouseholds households) {
        this.households = households;
    }

    /** Blocks if it must ask. */
    public Submitter of(SecurityIdentity identity, HttpServerRequest request) {
        String person = person(identity);
        Behalf behalf = behalf(request);
        if (behalf instanceof Behalf.OfHousehold && person.equals(Submitter.ANONYMOUS.name())) {
            throw malformed("Nobody is authenticated here, so there are no households");
        }
        return switch (households.owner(person, behalf)) {
            case KnownHouseholds.Verdict.Owned(var submitter) -> submitter;
            case KnownHouseholds.Verdict.NoMember() ->
                throw ApiException.of(ErrorBody.of(
                        ApiError.HOUSEHOLD_NOT_FOUND,
                        "Household not found",
                        Map.of("household", ((Behalf.OfHousehold) behalf).id())));
            case KnownHouseholds.Verdict.Unavailable() ->
                throw ApiException.unavailable(
                        "Households are temporarily unavailable",
                        "It is not known now whose this is; with ?household=personal it is yours",
                        RETRY_AFTER);
        };
    }

    /** Who is authenticated, whatever household they act for. */
    public static String person(SecurityIdentity identity) {
        return identity.getPrincipal().getName();
    }

    /** For the audit line. */
    public static void note(Submitter submitter, RoutingContext exchange) {
        if (!submitter.name().equals(submitter.caller())) {
            exchange.put(NOTED, submitter.name());
        }
    }

    /** The household that was noted as the one on whose behalf the request is made. */
    public static Optional<String> noted(RoutingContext exchange) {
        return Optional.ofNullable(exchange.get(NOTED));
    }

    private static Behalf behalf(HttpServerRequest request) {
        List<String> said = Stream.concat(
                        request.headers().getAll(HEADER).stream(), request.params().getAll(PARAMETER).stream())
                .distinct()
                .toList();
        if (said.size() > 1) {
            throw malformed("One request is made on behalf of one household");
        }
        return said.stream()
                .findFirst()
                .<Behalf>map(id -> id.equals(PERSONAL) ? new Behalf.Personal() : new Behalf.OfHousehold(id))
                .orElseGet(Behalf.Unsaid::new);
    }

    private static ApiException malformed(String why) {
        return ApiException.of(
                ErrorBody.of(ApiError.BAD_REQUEST, "Malformed household", Map.of("field", PARAMETER, "error", why)));
    }
}
