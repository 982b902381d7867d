package pl.paragon.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import pl.paragon.benchmarks.accuracy.AccuracyCommand;
import pl.paragon.benchmarks.budget.BudgetCommand;
import pl.paragon.benchmarks.cpu.CpuCommand;
import pl.paragon.benchmarks.cpu.PerPageCommand;
import pl.paragon.benchmarks.dashboards.DashboardsCommand;
import pl.paragon.benchmarks.emptyjobs.EmptyJobsCommand;
import pl.paragon.benchmarks.fairness.FairnessCommand;
import pl.paragon.benchmarks.forecasts.ForecastsCommand;
import pl.paragon.benchmarks.functions.MicroCommand;
import pl.paragon.benchmarks.growth.GrowthCommand;
import pl.paragon.benchmarks.hops.HopsCommand;
import pl.paragon.benchmarks.hostile.HostileCommand;
import pl.paragon.benchmarks.memory.MemoryCommand;
import pl.paragon.benchmarks.plot.PlotCommand;
import pl.paragon.benchmarks.push.PushCommand;
import pl.paragon.benchmarks.receipts.ReceiptsCommand;
import pl.paragon.benchmarks.render.RenderCommand;
import pl.paragon.benchmarks.scaling.ScalingCommand;
import pl.paragon.benchmarks.status.StatusCommand;
import pl.paragon.benchmarks.statuses.StatusesCommand;
import pl.paragon.benchmarks.throughput.ThroughputCommand;
import pl.paragon.benchmarks.uploads.UploadsCommand;

/**
 * The command line behind {@code benchmarks/run}. Exit codes: 0 it went well, 1 it did not or a level was undercut, 2
 * it was asked wrongly.
 */
@Command(
        name = "benchmarks/run",
        description = "What Paragon reads right, what it costs, how much memory it takes and what it withstands.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RenderCommand.class,
            AccuracyCommand.class,
            CpuCommand.class,
            PerPageCommand.class,
            MemoryCommand.class,
            StatusCommand.class,
            PushCommand.class,
            HostileCommand.class,
            FairnessCommand.class,
            ReceiptsCommand.class,
            ForecastsCommand.class,
            UploadsCommand.class,
            StatusesCommand.class,
            ThroughputCommand.class,
            BudgetCommand.class,
            EmptyJobsCommand.class,
            HopsCommand.class,
            GrowthCommand.class,
            ScalingCommand.class,
            PlotCommand.class,
            DashboardsCommand.class,
            MicroCommand.class
        })
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Benchmarks());
        commandLine.getSubcommands().values().forEach(c -> c.getCommandSpec().mixinStandardHelpOptions(true));
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return commandLine;
    }
}
