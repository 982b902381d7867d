package pl.paragon.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.stack.StackOptions;
import pl.paragon.running.stack.Checkout;

/** How right a running Paragon is. */
@Command(
        name = "accuracy",
        description = {
            "Have a running Paragon read pictures, and hold what it says against their truth: a table by kind, what its verdicts are worth, what it got wrong.",
            "Exit code 1 where a recorded level is undercut."
        })
public final class AccuracyCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description =
                    "pictures or PDF files with their truth beside them (NAME.json); without it, the receipts of the recorded levels are drawn and the levels held")
    private Path folder;

    @Option(names = "--levels", paramLabel = "FILE", description = "levels to hold, as benchmarks/accuracy.properties")
    private Path levels;

    @Option(names = "--all", description = "list receipts with a wrong name too")
    private boolean all;

    @Mixin
    private StackOptions stack;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean recorded = folder == null;
        Path benchmarks = Checkout.ofThisProgram().directory().resolve("benchmarks");
        var reader = stack.reader();
        List<Case> cases =
                recorded ? AccuracyRun.recordedReceipts(benchmarks.resolve("target/receipts")) : Case.in(folder);
        AccuracyRun run = AccuracyRun.of(cases, reader, stack.atATime());
        Provenance.print(spec);
        run.report(all).forEach(System.out::println);
        if (!recorded && levels == null) {
            return 0;
        }
        Levels held = Levels.read(levels == null ? benchmarks.resolve("accuracy.properties") : levels);
        System.out.println();
        run.against(held).forEach(System.out::println);
        List<String> undercut = run.undercut(held);
        if (!undercut.isEmpty()) {
            System.err.println("Undercut: " + String.join(", ", undercut));
        }
        return undercut.isEmpty() ? 0 : 1;
    }
}
