package pl.paragon.benchmarks.functions;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.report.ResultsOption;
import pl.paragon.running.stack.Checkout;

/** Runs JMH in a JVM of its own, since its forks take over the class path. */
@Command(
        name = "micro",
        description = {
            "Microseconds and allocated memory of the pure functions that every receipt goes through, by JMH: grammar, proof,",
            "fold and codec, on what the ocr-worker read in two drawn receipts. Time depends on what else the machine does,",
            "allocated memory hardly."
        })
public final class MicroCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "REGEX",
            defaultValue = ".*",
            description = "only functions whose name it finds, e.g. Fold (default: all)")
    private String functions;

    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "1",
            description = "JVMs, one after the other (default: ${DEFAULT-VALUE})")
    private int forks;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "5",
            description = "of a second each, in each JVM, after as many that do not count (default: ${DEFAULT-VALUE})")
    private int iterations;

    @Mixin
    private ResultsOption results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (forks < 1 || iterations < 1) {
            throw new ParameterException(spec.commandLine(), "--forks and --iterations must be at least 1");
        }
        Provenance provenance = Provenance.print(spec);
        PrintWriter out = spec.commandLine().getOut();
        out.flush();
        Path json = Files.createTempFile("micro", ".json");
        try {
            int exit = new ProcessBuilder(jmh(json)).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IOException("JMH ended with " + exit);
            }
            out.println();
            results.write(spec, provenance, JmhResults.of(Files.readAllBytes(json)));
            return ExitCode.OK;
        } finally {
            Files.deleteIfExists(json);
        }
    }

    private List<String> jmh(Path json) {
        Path program = Checkout.ofThisProgram().directory().resolve("benchmarks/micro/target/micro-benchmarks.jar");
        String each = String.valueOf(iterations);
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                program.toString(),
                functions,
                "-f",
                String.valueOf(forks),
                "-wi",
                each,
                "-i",
                each,
                "-w",
                "1",
                "-r",
                "1",
                "-prof",
                "gc",
                "-rf",
                "json",
                "-rff",
                json.toString());
    }
}
