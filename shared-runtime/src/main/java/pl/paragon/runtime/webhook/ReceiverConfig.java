package pl.paragon.runtime.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where webhooks may be sent to. */
@ConfigMapping(prefix = "paragon.webhook-receivers")
public interface ReceiverConfig {

    /**
     * Networks that are allowed although they are not public, as {@code 10.1.0.0/16}: receivers of one's own. Whoever
     * may register a webhook can then reach every host there on the allowed ports.
     */
    Optional<List<String>> allowedNetworks();

    /** Single ports and ranges, as {@code 8000-8999}. The usual ports of web servers, and of no database. */
    @WithDefault("80,443,8080,8443")
    List<String> allowedPorts();

    /** How long the name service may take. */
    @WithDefault("2s")
    Duration resolveTimeout();
}
