package pl.paragon.operations.failedjob;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;
import pl.paragon.operations.installation.Installation;

/** Which persistence-worker. */
final class WorkerOption {

    @Option(
            names = "--persistence",
            paramLabel = "URL",
            defaultValue = "${env:PARAGON_PERSISTENCE_URL}",
            description = "another persistence-worker than this Paragon's (or PARAGON_PERSISTENCE_URL)")
    private URI address;

    Optional<URI> in(Installation installation) {
        return Optional.ofNullable(address).or(installation::persistence);
    }
}
