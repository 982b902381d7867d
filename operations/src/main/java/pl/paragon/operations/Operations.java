package pl.paragon.operations;

import java.time.Clock;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import pl.paragon.operations.deadletter.DeadLettersCommand;
import pl.paragon.operations.failedjob.FailedJobsCommand;
import pl.paragon.operations.installation.ContainerInstallation;
import pl.paragon.operations.installation.Installation;
import pl.paragon.operations.key.KeysCommand;
import pl.paragon.operations.livejob.LiveJobsCommand;
import pl.paragon.operations.stage.StagesCommand;
import pl.paragon.operations.topic.TopicsCommand;
import pl.paragon.operations.worker.WorkersCommand;

/** {@code paragon} in a container of the persistence-worker: the operator's commands for the Paragon around it. */
@Command(
        name = "paragon",
        description =
                "Shows the workers, pauses stages, enlarges topics, looks at what could not be processed, and replays it; gives out API keys.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Operations {

    // A strong reference: java.util.logging forgets the level of a logger that is garbage collected.
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private Operations() {}

    public static void main(String[] arguments) {
        CommandLine commandLine = addTo(new CommandLine(new Operations()), new ContainerInstallation(System.getenv()));
        commandLine.getSubcommands().values().forEach(c -> c.getCommandSpec().mixinStandardHelpOptions(true));
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(failure);
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(commandLine.execute(arguments));
    }

    /** Adds the operator's commands to a command line; they say themselves what is wrong with a broker. */
    public static CommandLine addTo(CommandLine commandLine, Installation installation) {
        KAFKA.setLevel(Level.OFF);
        return commandLine
                .addSubcommand(new DeadLettersCommand(installation))
                .addSubcommand(new FailedJobsCommand(installation))
                .addSubcommand(new LiveJobsCommand(installation))
                .addSubcommand(new WorkersCommand(installation, Clock.systemUTC()))
                .addSubcommand(new StagesCommand(
                        installation, Clock.systemUTC(), ZoneId.systemDefault(), System.getProperty("user.name")))
                .addSubcommand(new TopicsCommand(installation))
                .addSubcommand(new KeysCommand(installation, Clock.systemUTC()));
    }
}
