package pl.paragon.operations.deadletter;

import java.net.URI;
import java.util.Optional;
import pl.paragon.operations.installation.Installation;

/** A Paragon with nothing but a Kafka, or not even that. */
record FixedInstallation(Optional<String> kafka) implements Installation {

    @Override
    public Optional<URI> persistence() {
        return Optional.empty();
    }

    @Override
    public String howToStart() {
        return "Start it.";
    }
}
