package pl.paragon.operations.deadletter;

import java.util.Optional;
import picocli.CommandLine.Option;
import pl.paragon.operations.installation.Installation;

/** Which Kafka. */
final class KafkaOption {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:PARAGON_KAFKA}",
            description = "another Kafka than this Paragon's (or PARAGON_KAFKA)")
    private String address;

    Optional<String> in(Installation installation) {
        return Optional.ofNullable(address).or(installation::kafka);
    }
}
