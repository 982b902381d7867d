package pl.paragon.benchmarks.dashboards;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pl.paragon.running.stack.Checkout;

/** Asks a running Prometheus everything that the dashboards show. */
@Command(
        name = "dashboards",
        description = {
            "Asks a Prometheus that scrapes a running Paragon every query of every panel of the dashboards, and draws each",
            "dashboard with its data as a picture. Exit code 1 if a query fails, or a panel has nothing to show."
        })
public final class DashboardsCommand implements Callable<Integer> {

    @Option(
            names = "--prometheus",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:9090",
            description = "which (default: ${DEFAULT-VALUE})")
    private URI address;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "15",
            description = "up to now that are shown (default: ${DEFAULT-VALUE})")
    private int minutes;

    @Option(
            names = "--rate-interval",
            paramLabel = "S",
            defaultValue = "60",
            description = "seconds that a rate is taken over, four times those between scrapes as in Grafana"
                    + " (default: ${DEFAULT-VALUE})")
    private int rateInterval;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where the pictures are written (default: docs/images/dashboards of this folder)")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter console = spec.commandLine().getOut();
        Path checkout = Checkout.ofThisProgram().directory();
        Path folder = out == null ? checkout.resolve("docs/images/dashboards") : out;
        Files.createDirectories(folder);
        Instant now = Clock.systemUTC().instant();
        Range range = new Range(now.minus(Duration.ofMinutes(minutes)), now);
        List<String> complaints = new ArrayList<>();
        long panels = 0;
        try (HttpClient http = HttpClient.newHttpClient()) {
            Prometheus prometheus = new Prometheus(address, http, range, Duration.ofSeconds(rateInterval));
            for (Path file : files(checkout.resolve("monitoring/grafana/dashboards"))) {
                Dashboard dashboard = Dashboard.read(file);
                panels += dashboard.panels().stream()
                        .filter(panel -> !panel.kind().equals(Panel.ROW))
                        .count();
                Path picture = folder.resolve(dashboard.name() + ".png");
                DashboardPicture drawing = new DashboardPicture(dashboard, range);
                for (Panel panel : dashboard.panels()) {
                    drawing.add(panel, series(prometheus, dashboard, panel, complaints));
                }
                ImageIO.write(drawing.finished(), "png", picture.toFile());
                console.println(picture);
            }
        } catch (ConnectException e) {
            throw new IOException("No Prometheus answers at " + address + ": ./paragon up --watch starts one", e);
        }
        complaints.forEach(console::println);
        console.printf("%d panels, %d queries without an answer%n", panels, complaints.size());
        return complaints.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static Map<String, Series> series(
            Prometheus prometheus, Dashboard dashboard, Panel panel, List<String> complaints)
            throws IOException, InterruptedException {
        Map<String, Series> all = new LinkedHashMap<>();
        for (Panel.Query query : panel.queries()) {
            try {
                List<Series> series = prometheus.query(query.expression());
                if (series.isEmpty()) {
                    complaints.add(
                            "%s, %s: nothing for %s".formatted(dashboard.name(), panel.title(), query.expression()));
                }
                series.forEach(one -> all.put(one.name(query.legend()), one));
            } catch (Prometheus.QueryFailedException e) {
                complaints.add("%s, %s: %s".formatted(dashboard.name(), panel.title(), e.getMessage()));
            }
        }
        return all;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
