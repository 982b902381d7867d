package pl.paragon.operations.installation;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A Paragon with nothing but a Kafka or a persistence-worker, or not even that. */
public record FixedInstallation(Optional<String> kafka, Optional<URI> persistence, Map<String, String> environment)
        implements Installation {

    public FixedInstallation(Optional<String> kafka, Optional<URI> persistence) {
        this(kafka, persistence, Map.of());
    }

    public FixedInstallation(Optional<String> kafka) {
        this(kafka, Optional.empty());
    }

    @Override
    public String howToStart() {
        return "Start it.";
    }
}
