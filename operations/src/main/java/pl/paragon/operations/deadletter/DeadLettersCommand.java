package pl.paragon.operations.deadletter;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.paragon.contracts.event.Topic;
import pl.paragon.operations.installation.Installation;
import pl.paragon.operations.installation.KafkaOption;

/** {@code dead-letters list|show|replay}. */
@Command(
        name = "dead-letters",
        description = {
            "List, show and replay records that could not be processed.",
            "An id is where the record was consumed from: TOPIC/PARTITION/OFFSET.",
            "Exit code 0 if all went well, 1 if something did not, 2 if no Kafka answers."
        })
public final class DeadLettersCommand {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    public DeadLettersCommand(Installation installation) {
        this.installation = installation;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "List the dead letters: id, job, time, how many consumers, whether replayed, reason.")
    int list(
            @Mixin KafkaOption kafka,
            @Option(
                            names = "--topic",
                            paramLabel = "TOPIC",
                            converter = TopicName.class,
                            description = "only of this topic")
                    Topic topic,
            @Option(names = "--json", description = "print one line of JSON per letter") boolean json) {
        return with(kafka, topics -> {
            Letters letters = topics.read(only(topic));
            new LetterPrinter(spec.commandLine().getOut(), json).list(letters.all());
            if (letters.foreign() > 0) {
                complain(letters.foreign() + " records in these topics are no dead letters of Paragon's");
            }
            return 0;
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "Show a dead letter: its headers and the record's value.")
    int show(
            @Mixin KafkaOption kafka,
            @Parameters(paramLabel = "ID", converter = LetterName.class, description = "as list shows it") LetterId id,
            @Option(names = "--json", description = "print it as one line of JSON") boolean json) {
        return with(kafka, topics -> {
            Optional<Letter> letter = topics.read(Set.of(id.topic())).find(id);
            if (letter.isEmpty()) {
                complain("There is no dead letter " + id);
                return 1;
            }
            new LetterPrinter(spec.commandLine().getOut(), json).show(letter.get(), topics.value(letter.get()));
            return 0;
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Send dead letters back to the topics that they came from, each once.",
                "What was replayed before is left alone unless --again is given. Workers take a record of a job that has"
                        + " ended for a repetition: nothing is saved twice."
            })
    int replay(
            @Mixin KafkaOption kafka,
            @Parameters(arity = "0..*", paramLabel = "ID", description = "as list shows them") List<String> names,
            @Option(names = "--all", description = "all that have not been replayed") boolean all,
            @Option(
                            names = "--topic",
                            paramLabel = "TOPIC",
                            converter = TopicName.class,
                            description = "with --all: only of this topic")
                    Topic topic,
            @Option(names = "--again", description = "the named ones also if they were replayed before") boolean again,
            @Option(names = "--json", description = "print one line of JSON per letter") boolean json) {
        boolean named = names != null;
        if (named == all || topic != null && !all || again && all) {
            throw usage("Name the dead letters (ID..., perhaps --again), or all (--all, perhaps --topic)");
        }
        // Not converted by the library, which says of a bad one in a list of them only that it does not match.
        List<LetterId> ids = named ? names.stream().map(this::id).toList() : List.of();
        return with(kafka, topics -> {
            Map<LetterId, Replay> outcomes = topics.replay(named ? ids : waiting(topics.read(only(topic))), again);
            return new LetterPrinter(spec.commandLine().getOut(), json).replayed(outcomes) ? 0 : 1;
        });
    }

    private LetterId id(String name) {
        return LetterId.parse(name).orElseThrow(() -> usage(LetterName.isNone(name)));
    }

    private CommandLine.ParameterException usage(String what) {
        return new CommandLine.ParameterException(spec.subcommands().get("replay"), what);
    }

    private static List<LetterId> waiting(Letters letters) {
        return letters.all().stream()
                .filter(letter -> letter.state() instanceof Letter.State.Waiting)
                .map(Letter::id)
                .toList();
    }

    private static Collection<Topic> only(Topic topic) {
        return topic == null ? EnumSet.allOf(Topic.class) : Set.of(topic);
    }

    private int with(KafkaOption kafka, ToIntFunction<DeadLetterTopics> work) {
        return kafka.with(installation, spec.commandLine().getErr(), DeadLetterTopics::new, work);
    }

    private void complain(String text) {
        spec.commandLine().getErr().println(text);
    }
}
