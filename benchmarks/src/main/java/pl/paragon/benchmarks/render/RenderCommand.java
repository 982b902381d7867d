package pl.paragon.benchmarks.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pl.paragon.benchmarks.report.Progress;

/** Writes receipts and their truth into a folder, to be looked at or measured with. */
@Command(
        name = "render",
        description = "Draw invented receipts into a folder, each with its truth beside it (NAME.json).")
public final class RenderCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to; made where it is not there")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "another seed, other receipts (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "208",
            description = "how many; 208 is each layout of paper under each condition (default: ${DEFAULT-VALUE})")
    private int count;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        Renderer renderer = new Renderer(seed);
        Progress progress = new Progress("drawing", count);
        for (int i = 0; i < count; i++) {
            renderer.render(i, out);
            progress.step();
        }
        System.out.println(count + " receipts with their truth are in " + out);
        return 0;
    }
}
