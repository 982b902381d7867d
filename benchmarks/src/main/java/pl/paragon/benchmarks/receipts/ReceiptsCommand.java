package pl.paragon.benchmarks.receipts;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.receipts.Asking.Took;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.running.stack.Checkout;

/** How long the queries of saved receipts take where there are many. */
@Command(
        name = "receipts",
        description = {
            "Milliseconds of every query of saved receipts, jobs, statistics and webhooks in a database with --count receipts:"
                    + " for an owner with nearly all of them, one with a fiftieth, and one with a few.",
            "Starts a Kafka, a PostgreSQL and a persistence-worker of its own on free ports, fills the database, asks the"
                    + " worker as the gateway does, and names the indices that nothing used. Exit code 1 if the slowest of a"
                    + " hundred takes more than --most for an owner with a fiftieth or a few."
        })
public final class ReceiptsCommand implements Callable<Integer> {

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "receipts (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "100",
            description = "that each query runs, fewer if that takes longer than 10 s (default: ${DEFAULT-VALUE})")
    private int times;

    @Option(
            names = "--most",
            paramLabel = "MS",
            defaultValue = "50",
            description = "that the 99th percentile of a query may take (default: ${DEFAULT-VALUE})")
    private int most;

    @Option(
            names = "--only",
            paramLabel = "WORDS",
            defaultValue = "",
            description = "asks only what has these words in its name")
    private String only;

    @Option(names = "--plans", description = "prints PostgreSQL's plan of each query that takes more than --most")
    private boolean plans;

    @Option(
            names = "--kept",
            description =
                    "leaves the database (5 GB in benchmarks/target) for the next time, and does not fill it again")
    private boolean kept;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        if (count < 1 || times < 1) {
            throw new ParameterException(spec.commandLine(), "--count and --times must be at least 1");
        }
        Provenance.print(spec);
        Path directory = Checkout.ofThisProgram().directory().resolve("benchmarks/target/receipts");
        try (Archive archive = new Archive(directory, kept)) {
            archive.start();
            try (Connection database = archive.connection()) {
                fill(database);
                execute(database, "select pg_stat_reset()");
                Asking asking = new Asking(archive.worker(), times);
                logged(database, "log_min_duration_statement", Integer.toString(most));
                archive.log().forget();
                List<Took> took;
                try {
                    took = ask(asking);
                } catch (IllegalStateException e) {
                    archive.said().forEach(System.out::println);
                    throw e;
                }
                took.forEach(ReceiptsCommand::print);
                System.out.println();
                unused(database);
                System.out.println();
                archive.log().slow().forEach(System.out::println);
                logged(database, "log_min_duration_statement", "-1");
                if (plans) {
                    explain(database, archive, asking, took);
                }
                return took.stream().noneMatch(this::mattersAndIsSlow) ? ExitCode.OK : ExitCode.SOFTWARE;
            }
        }
    }

    private void fill(Connection database) throws SQLException {
        Seeding seeding = new Seeding(database);
        int present = seeding.present();
        if (present == 0) {
            long began = System.nanoTime();
            seeding.fill(count);
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            System.out.printf(Locale.ROOT, "%d receipts in %d s, ", count, seconds);
        } else {
            count = present;
            System.out.printf(Locale.ROOT, "%d receipts of before, ", count);
        }
        try (Statement sql = database.createStatement();
                ResultSet size = sql.executeQuery("select pg_size_pretty(pg_database_size(current_database()))")) {
            size.next();
            System.out.printf("%s%n%n", size.getString(1));
        }
    }

    private List<Took> ask(Asking asking) {
        return Stream.of(Owner.values())
                .flatMap(owner -> Stream.concat(
                        new Lists(owner, asking).questions(), new Others(owner, asking, count).questions()))
                .filter(question -> question.name().contains(only))
                .map(asking::time)
                .sorted(Comparator.comparingDouble(Took::slow).reversed())
                .toList();
    }

    private boolean mattersAndIsSlow(Took took) {
        return took.slow() > most && !took.question().name().startsWith("most");
    }

    private static void print(Took took) {
        System.out.printf(
                Locale.ROOT,
                "%8.1f %8.1f ms  %s%s%n",
                took.median(),
                took.slow(),
                took.question().name(),
                took.refused() == 0 ? "" : " (refused: %d)".formatted(took.refused()));
    }

    private void explain(Connection database, Archive archive, Asking asking, List<Took> took)
            throws SQLException, InterruptedException {
        logged(database, "auto_explain.log_analyze", "on");
        logged(database, "auto_explain.log_buffers", "on");
        logged(database, "auto_explain.log_min_duration", Integer.toString(most / 10));
        for (Took one : took) {
            if (one.slow() > most) {
                archive.log().forget();
                asking.ask(one.question());
                Thread.sleep(Duration.ofMillis(200));
                System.out.printf("%n---- %s%n", one.question().name());
                archive.log().lines().forEach(System.out::println);
            }
        }
    }

    /** For all connections, once the server has read its configuration anew. */
    private static void logged(Connection database, String setting, String value)
            throws SQLException, InterruptedException {
        execute(database, "alter system set " + setting + " = '" + value + "'");
        execute(database, "select pg_reload_conf()");
        Thread.sleep(Duration.ofMillis(200));
    }

    private static void execute(Connection database, String statement) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute(statement);
        }
    }

    /** Keys aside. The statistics reach the view with a delay of a second at most. */
    private static void unused(Connection database) throws SQLException {
        execute(database, "select pg_sleep(2)");
        try (Statement sql = database.createStatement();
                ResultSet indices = sql.executeQuery("""
                        select indexrelname, idx_scan, pg_size_pretty(pg_relation_size(indexrelid))
                        from pg_stat_user_indexes join pg_index using (indexrelid)
                        where not indisunique order by idx_scan desc, 1""")) {
            while (indices.next()) {
                System.out.printf(
                        "%10d uses of %s (%s)%n", indices.getLong(2), indices.getString(1), indices.getString(3));
            }
        }
    }
}
