package pl.paragon.localstack;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import pl.paragon.localstack.receipt.ProcessCommand;
import pl.paragon.localstack.stack.OwnStack;
import pl.paragon.localstack.startup.DownCommand;
import pl.paragon.localstack.startup.LogsCommand;
import pl.paragon.localstack.startup.StatusCommand;
import pl.paragon.localstack.startup.UpCommand;
import pl.paragon.localstack.supervision.SuperviseCommand;
import pl.paragon.operations.Operations;

/** The command line behind {@code ./paragon}. Exit codes: 0 success, 1 failure, 2 wrong usage or no stack to ask. */
@Command(
        name = "./paragon",
        description = "Reads shop receipts at scale and proves what it reports.",
        mixinStandardHelpOptions = true,
        versionProvider = Paragon.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ProcessCommand.class,
            SuperviseCommand.class
        })
public final class Paragon {

    // A strong reference: java.util.logging forgets the level of a logger that is garbage collected.
    private static final Logger ROOT = Logger.getLogger("");

    private Paragon() {}

    public static void main(String[] arguments) {
        ROOT.setLevel(Level.WARNING);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = Operations.addTo(new CommandLine(new Paragon()), new OwnStack());
        commandLine.getSubcommands().values().forEach(c -> c.getCommandSpec().mixinStandardHelpOptions(true));
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(message(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return commandLine;
    }

    private static String message(Throwable failure) {
        String cause =
                failure.getCause() == null ? "" : " (" + failure.getCause().getMessage() + ")";
        return failure.getMessage() == null ? failure.toString() : failure.getMessage() + cause;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Paragon.class.getPackage().getImplementationVersion();
            return new String[] {"Paragon " + (version == null ? "(not packaged)" : version)};
        }
    }
}
