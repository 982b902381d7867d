package pl.paragon.api.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Safe by default: refuses to start if strangers could reach a gateway without authentication. */
@ApplicationScoped
class ExposureGuard {

    private static final Logger LOG = Logger.getLogger(ExposureGuard.class);

    private final String host;
    private final Authentication authentication;

    ExposureGuard(@ConfigProperty(name = "quarkus.http.host") String host, Authentication authentication) {
        this.host = host;
        this.authentication = authentication;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent startup) {
        switch (authentication.exposure()) {
            case LOOPBACK_ONLY -> LOG.debugf("Reachable from this machine only (%s)", host);
            case AUTHENTICATED -> LOG.debugf("Listening on %s; whoever asks must say who they are", host);
            case OPEN_ON_PURPOSE ->
                LOG.warnf(
                        "Listening on %s without authentication (paragon.security.allow-unauthenticated=true):"
                                + " anybody who reaches this port can submit, read and cancel jobs",
                        host);
            case REFUSED ->
                throw new ConfigurationException("quarkus.http.host=" + host
                        + " would open Paragon to other machines without authentication. Leave it at 127.0.0.1, set"
                        + " paragon.security.authentication=api-keys, or set"
                        + " paragon.security.allow-unauthenticated=true if something else keeps strangers out.");
        }
    }
}
