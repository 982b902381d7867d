package pl.paragon.operations.installation;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Option;
import pl.paragon.operations.broker.Broker;
import pl.paragon.operations.broker.BrokerClient;
import pl.paragon.operations.broker.KafkaClient;
import pl.paragon.runtime.topics.KafkaEnvironment;

/** Which Kafka. */
public final class KafkaOption {

    /** The exit code of a command that no Kafka answers. */
    private static final int NO_KAFKA = 2;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:PARAGON_KAFKA}",
            description = "another Kafka than this Paragon's (or PARAGON_KAFKA)")
    private String address;

    /**
     * Does what a command does, and says what is wrong if there is no Kafka to do it on.
     *
     * @param installation whose Kafka it is, unless the option names another
     * @param complaints the command's standard error
     * @param open makes what the work asks the broker through
     * @return the work's exit code, or {@value #NO_KAFKA}
     */
    public <C extends BrokerClient> int with(
            Installation installation, PrintWriter complaints, Function<KafkaClient, C> open, ToIntFunction<C> work) {
        Optional<KafkaClient> kafka = in(installation);
        if (kafka.isEmpty()) {
            complaints.println(installation.howToStart());
            return NO_KAFKA;
        }
        try (C client = open.apply(kafka.get())) {
            return work.applyAsInt(client);
        } catch (Broker.UnavailableException | IllegalArgumentException e) {
            complaints.println(e.getMessage());
            return NO_KAFKA;
        }
    }

    private Optional<KafkaClient> in(Installation installation) {
        return Optional.ofNullable(address)
                .or(installation::kafka)
                .map(servers -> new KafkaClient(servers, KafkaEnvironment.settings(installation.environment())));
    }
}
