package pl.paragon.operations.installation;

import java.net.URI;
import java.util.Optional;

/** A Paragon with nothing but a Kafka, or not even that. */
public record FixedInstallation(Optional<String> kafka) implements Installation {

    @Override
    public Optional<URI> persistence() {
        return Optional.empty();
    }

    @Override
    public String howToStart() {
        return "Start it.";
    }
}
