package pl.paragon.api.http.security;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.List;
import pl.paragon.api.identity.Submitter;
import pl.paragon.contracts.household.HouseholdOwner;
import pl.paragon.contracts.key.Scope;

/** Identities as the framework checks them: the owner is the principal, each scope a permission. */
public final class Identities {

    /** An attribute: what showed it, for the log; no secret. */
    static final String SHOWN_BY = "paragon.shown-by";

    private Identities() {}

    static SecurityIdentity of(Submitter owner, String shownBy, List<Scope> scopes) {
        if (HouseholdOwner.isReserved(owner.name())) {
            throw InvalidCredentials.because("Nobody can have a household's name");
        }
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(owner.name()))
                .addAttribute(SHOWN_BY, shownBy);
        scopes.forEach(scope -> identity.addPermission(permission(scope)));
        return identity.build();
    }

    /** @param administrators whether whoever it is may do what is for operators */
    static SecurityIdentity everybody(boolean administrators) {
        return of(
                Submitter.ANONYMOUS,
                "nothing",
                administrators ? List.of(Scope.values()) : List.of(Scope.READ, Scope.WRITE));
    }

    /** As {@code @PermissionsAllowed} reads a scope: what stands after the colon is an action. */
    public static StringPermission permission(Scope scope) {
        String[] parts = scope.id().split(":");
        return parts.length == 1 ? new StringPermission(parts[0]) : new StringPermission(parts[0], parts[1]);
    }
}
