package pl.paragon.benchmarks.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is drawn of the results in a folder. */
final class Plots {

    private static final String RESULTS = ".jsonl";

    private Plots() {}

    /**
     * The pictures by their files' names: {@code uploads-ms.svg} of the milliseconds in {@code uploads.jsonl}.
     *
     * @throws IOException if there is no file of results in the folder, or one holds something else
     */
    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> plots = new TreeMap<>();
        for (Path file : kept(folder)) {
            String name = file.getFileName().toString().replace(RESULTS, "");
            KeptResult.byUnit(KeptResult.read(file))
                    .forEach((unit, results) -> plots.put(name + "-" + inNames(unit) + ".svg", DotPlot.of(results)));
        }
        return plots;
    }

    private static List<Path> kept(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> kept = files.filter(file -> file.toString().endsWith(RESULTS))
                    .sorted()
                    .toList();
            if (kept.isEmpty()) {
                throw new IOException("There are no results in " + folder
                        + ": copy a file of benchmarks/results into it, e.g. as uploads.jsonl");
            }
            return kept;
        }
    }

    /** Units such as {@code 1/s} become words: {@code per-s}. */
    private static String inNames(String unit) {
        return unit.replace("1/", "per-").replace("/", "-per-").replaceAll("[^A-Za-z0-9-]", "");
    }
}
