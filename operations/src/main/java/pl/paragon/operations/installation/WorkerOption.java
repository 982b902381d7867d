package pl.paragon.operations.installation;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which persistence-worker. */
public final class WorkerOption {

    @Option(
            names = "--persistence",
            paramLabel = "URL",
            defaultValue = "${env:PARAGON_PERSISTENCE_URL}",
            description = "another persistence-worker than this Paragon's (or PARAGON_PERSISTENCE_URL)")
    private URI address;

    /** Its address; empty if nothing runs. */
    public Optional<URI> in(Installation installation) {
        return Optional.ofNullable(address).or(installation::persistence);
    }
}
