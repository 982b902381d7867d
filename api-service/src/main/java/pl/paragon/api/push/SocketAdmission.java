package pl.paragon.api.push;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.virtual.threads.VirtualThreads;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.http.household.OnBehalf;
import pl.paragon.api.http.security.Identities;
import pl.paragon.api.listen.Admission;
import pl.paragon.api.listen.Interest;
import pl.paragon.api.listen.Listeners;
import pl.paragon.api.listen.PushConfig;
import pl.paragon.contracts.key.Scope;

/**
 * Decides, before a request becomes a socket, whether its client may listen and from where on. So a client whose socket
 * is open misses nothing that happens afterwards.
 */
@ApplicationScoped
class SocketAdmission implements HttpUpgradeCheck {

    private final Listeners listeners;
    private final OnBehalf onBehalf;
    private final PushConfig config;
    private final ExecutorService threads;
    private final boolean originsAreChecked;

    /** @param originsAreChecked whether the framework lets in pages of the configured origins only */
    SocketAdmission(
            Listeners listeners,
            OnBehalf onBehalf,
            PushConfig config,
            @VirtualThreads ExecutorService threads,
            @ConfigProperty(name = "quarkus.http.cors.enabled") boolean originsAreChecked) {
        this.listeners = listeners;
        this.onBehalf = onBehalf;
        this.config = config;
        this.threads = threads;
        this.originsAreChecked = originsAreChecked;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return endpointId.equals(ReceiptSocket.ENDPOINT);
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
        if (!originsAreChecked && comesFromElsewhere(upgrade.httpRequest())) {
            return CheckResult.rejectUpgrade(403);
        }
        MultiMap parameters = upgrade.httpRequest().params();
        OptionalLong since;
        try {
            since = Wish.since(
                    upgrade.httpRequest().getHeader(Wish.LAST_EVENT_ID), parameters.get(Wish.LAST_EVENT_ID_PARAMETER));
        } catch (NumberFormatException e) {
            return CheckResult.rejectUpgrade(400);
        }
        Interest interest = Wish.interest(parameters.getAll(Wish.JOB_ID), parameters.get(Wish.USER_ID));
        Context eventLoop = Vertx.currentContext();
        // An upgrade has no endpoint method on which a scope could stand.
        return upgrade.securityIdentity()
                .chain(identity -> identity.checkPermission(Identities.permission(Scope.READ))
                        .chain(permitted -> permitted
                                ? admit(identity, interest, since, eventLoop, upgrade)
                                : CheckResult.rejectUpgrade(identity.isAnonymous() ? 401 : 403)))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(() -> CheckResult.rejectUpgradeSync(401))
                .onFailure(ApiException.class)
                .recoverWithItem(failure -> refused((ApiException) failure));
    }

    /** Browsers let any page open a socket to anywhere, and say whose page it is; other clients say nothing. */
    private static boolean comesFromElsewhere(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !origin.endsWith("://" + request.getHeader(HttpHeaders.HOST));
    }

    private Uni<CheckResult> admit(
            SecurityIdentity identity,
            Interest interest,
            OptionalLong since,
            Context eventLoop,
            HttpUpgradeContext upgrade) {
        return Uni.createFrom()
                .item(() -> listeners.admit(onBehalf.of(identity, upgrade.httpRequest()), interest, since))
                .runSubscriptionOn(threads)
                .emitOn(rest -> eventLoop.runOnContext(here -> rest.run()))
                .map(admission -> answer(admission, upgrade));
    }

    private CheckResult answer(Admission admission, HttpUpgradeContext upgrade) {
        return switch (admission) {
            case Admission.Granted granted -> {
                upgrade.userData().put(ReceiptSocket.GRANTED, granted);
                yield CheckResult.permitUpgradeSync();
            }
            case Admission.Unknown() -> CheckResult.rejectUpgradeSync(404);
            case Admission.Over() -> CheckResult.rejectUpgradeSync(404);
            case Admission.Full() -> unavailable();
            case Admission.Unavailable(var why) -> unavailable();
        };
    }

    private CheckResult refused(ApiException why) {
        return why.retryAfter().isPresent()
                ? unavailable()
                : CheckResult.rejectUpgradeSync(why.body().statusCode());
    }

    private CheckResult unavailable() {
        return CheckResult.rejectUpgradeSync(
                503,
                Map.of("Retry-After", List.of(String.valueOf(config.retryAfter().toSeconds()))));
    }
}
