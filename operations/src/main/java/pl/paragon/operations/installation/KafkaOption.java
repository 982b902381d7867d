package pl.paragon.operations.installation;

import java.util.Optional;
import picocli.CommandLine.Option;
import pl.paragon.operations.broker.KafkaClient;
import pl.paragon.runtime.topics.KafkaEnvironment;

/** Which Kafka. */
public final class KafkaOption {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:PARAGON_KAFKA}",
            description = "another Kafka than this Paragon's (or PARAGON_KAFKA)")
    private String address;

    public Optional<KafkaClient> in(Installation installation) {
        return Optional.ofNullable(address)
                .or(installation::kafka)
                .map(servers -> new KafkaClient(servers, KafkaEnvironment.settings(installation.environment())));
    }
}
