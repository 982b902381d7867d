package pl.paragon.operations.topic;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.json.Json;
import pl.paragon.operations.broker.BrokerTopics;
import pl.paragon.operations.installation.Installation;
import pl.paragon.operations.installation.KafkaOption;
import pl.paragon.operations.terminal.Table;
import pl.paragon.operations.terminal.Table.Align;

/** {@code topics list|enlarge}. */
@Command(
        name = "topics",
        description = {
            "Show the topics' partitions, and enlarge those of the pools of workers.",
            "Exit code 0 if all went well, 1 if it is refused, 2 if no Kafka answers."
        })
public final class TopicsCommand {

    private static final int REFUSED = 1;
    /** The register of accepted jobs numbers the partitions of its second lane from here on. */
    private static final int MOST = 1_000;

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    private record Shown(String topic, int partitions, boolean pool) {}

    public TopicsCommand(Installation installation) {
        this.installation = installation;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Show each topic: its partitions, and whether a pool of workers shares them.")
    int list(
            @Mixin KafkaOption kafka,
            @Option(names = "--json", description = "print one line of JSON per topic") boolean json) {
        return with(kafka, topics -> {
            Map<String, Integer> there = topics.partitions(
                    Arrays.stream(Topic.values()).flatMap(TopicsCommand::names).toList());
            List<Shown> shown = Arrays.stream(Topic.values())
                    .flatMap(topic -> names(topic)
                            .filter(there::containsKey)
                            .map(name -> new Shown(name, there.get(name), topic.isWork() && name.equals(topic.id()))))
                    .toList();
            if (json) {
                shown.forEach(topic -> out().println(Json.writeText(topic)));
            } else {
                table(shown).lines("").forEach(out()::println);
            }
            return 0;
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Give the topics from which pools of workers take their work so many partitions: the most workers of"
                        + " a stage that can share it. Nothing stops meanwhile; it cannot be undone.",
                "Where topics are Strimzi's, enlarge them in its KafkaTopics instead."
            })
    int enlarge(
            @Mixin KafkaOption kafka,
            @Parameters(paramLabel = "PARTITIONS", description = "of each, 1000 at most") int partitions) {
        if (partitions < 1 || partitions > MOST) {
            throw new CommandLine.ParameterException(
                    spec.subcommands().get("enlarge"), partitions + " partitions: 1 to " + MOST);
        }
        return with(kafka, topics -> enlarge(topics, partitions));
    }

    private int enlarge(BrokerTopics topics, int partitions) {
        List<String> names = Arrays.stream(Topic.values())
                .filter(Topic::isWork)
                .map(Topic::id)
                .toList();
        Map<String, Integer> before = new LinkedHashMap<>(topics.partitions(names));
        List<String> missing =
                names.stream().filter(name -> !before.containsKey(name)).toList();
        List<String> larger = names.stream()
                .filter(name -> before.getOrDefault(name, 0) > partitions)
                .toList();
        if (!missing.isEmpty()) {
            complain("Nothing is changed: there is no topic " + String.join(", ", missing));
            return REFUSED;
        }
        if (!larger.isEmpty()) {
            complain("Nothing is changed: partitions cannot be taken away, and there are more of "
                    + String.join(", ", larger));
            return REFUSED;
        }
        List<String> smaller =
                names.stream().filter(name -> before.get(name) < partitions).toList();
        try {
            topics.enlarge(smaller, partitions);
        } catch (IllegalStateException e) {
            complain(e.getMessage());
            return REFUSED;
        }
        names.forEach(name -> out().println(
                        smaller.contains(name)
                                ? "%s: %d partitions, %d before".formatted(name, partitions, before.get(name))
                                : "%s: has %d partitions".formatted(name, partitions)));
        return 0;
    }

    private static Stream<String> names(Topic topic) {
        return topic.deadLettered() ? Stream.of(topic.id(), topic.deadLetterId()) : Stream.of(topic.id());
    }

    private static Table table(List<Shown> topics) {
        Table table = new Table(Align.LEFT, Align.RIGHT, Align.LEFT).row("TOPIC", "PARTITIONS", "SHARED BY A POOL");
        topics.forEach(
                topic -> table.row(topic.topic(), String.valueOf(topic.partitions()), topic.pool() ? "yes" : "no"));
        return table;
    }

    private int with(KafkaOption kafka, ToIntFunction<BrokerTopics> work) {
        return kafka.with(installation, spec.commandLine().getErr(), BrokerTopics::new, work);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void complain(String text) {
        spec.commandLine().getErr().println(text);
    }
}
