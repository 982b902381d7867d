package pl.paragon.benchmarks.stack;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;
import pl.paragon.running.RunningParagon;

/** Which Paragon is measured. */
public final class AddressOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "another Paragon than this folder's, e.g. http://localhost:8000")
    private URI url;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            defaultValue = "${env:PARAGON_API_KEY}",
            description =
                    "its API key, if it requires one (or PARAGON_API_KEY, which other users of the machine cannot see)")
    private String apiKey;

    /** E.g. {@code http://localhost:8000}. */
    public URI url() throws IOException {
        return url == null ? StackOptions.local().url() : url;
    }

    public Optional<String> apiKey() {
        return Optional.ofNullable(apiKey);
    }

    /** This folder's Paragon, if it is the one that is measured: its processes are on this machine. */
    public Optional<RunningParagon> onThisMachine() throws IOException {
        return url == null ? Optional.of(StackOptions.local()) : Optional.empty();
    }
}
