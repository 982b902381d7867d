package pl.paragon.operations.installation;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The Paragon that this container is part of, as its services find it. */
public record ContainerInstallation(Map<String, String> environment) implements Installation {

    @Override
    public Optional<String> kafka() {
        return Optional.of(environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092"));
    }

    @Override
    public Optional<URI> persistence() {
        return Optional.of(URI.create(environment.getOrDefault("PARAGON_PERSISTENCE_URL", "http://localhost:8003")));
    }

    @Override
    public String howToStart() {
        return "It is part of this container's deployment: see whether that runs.";
    }
}
