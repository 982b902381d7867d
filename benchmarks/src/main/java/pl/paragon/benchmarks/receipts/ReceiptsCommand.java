package pl.paragon.benchmarks.receipts;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.receipts.Asking.Took;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.running.Checkout;

/** How long the queries of saved receipts take where there are many. */
@Command(
        name = "receipts",
        description = {
            "Milliseconds of every query of saved receipts in a database with --count receipts of one owner.",
            "Starts a Kafka, a PostgreSQL and a persistence-worker of its own on free ports, fills the database, asks the"
                    + " worker as the gateway does, and names the indices that nothing used. Exit code 1 if the slowest of a"
                    + " hundred takes more than --most."
        })
public final class ReceiptsCommand implements Callable<Integer> {

    private static final int SECOND = 1000;

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
            description = "that each query runs (default: ${DEFAULT-VALUE})")
    private int times;

    @Option(
            names = "--most",
            paramLabel = "MS",
            defaultValue = "50",
            description = "that the 99th percentile of a query may take (default: ${DEFAULT-VALUE})")
    private int most;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        if (count < 1 || times < 1) {
            throw new ParameterException(spec.commandLine(), "--count and --times must be at least 1");
        }
        Provenance.of(spec.commandLine().getParent().getParseResult().originalArgs(), Clock.systemUTC())
                .lines()
                .forEach(System.out::println);
        Path directory = Checkout.ofThisProgram().directory().resolve("benchmarks/target/receipts");
        try (Archive archive = new Archive(directory)) {
            archive.start();
            try (Connection database = archive.connection()) {
                long began = System.nanoTime();
                new Seeding(database).fill(count);
                long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
                System.out.printf(Locale.ROOT, "%d receipts in %d s, %s%n%n", count, seconds, size(database));
                List<Took> took = ask(archive);
                took.forEach(ReceiptsCommand::print);
                System.out.println();
                unused(database);
                return took.stream().allMatch(one -> one.slow() <= most) ? ExitCode.OK : ExitCode.SOFTWARE;
            }
        }
    }

    private List<Took> ask(Archive archive) {
        Asking asking = new Asking(archive.worker(), times);
        Random random = new Random(1);
        Supplier<UUID> jobs = () -> UUID.fromString(
                "10000000-0000-4000-8000-%012x".formatted(1 + random.nextInt(count)));
        List<Question> questions = new ArrayList<>(Question.ofLists(asking::next));
        questions.add(Question.ofOne("one receipt", jobs, ""));
        questions.add(Question.ofCorrections(jobs, asking));
        questions.add(Question.ofOne("its revisions", jobs, "/revisions"));
        return questions.stream().map(asking::time).sorted(Comparator.comparingDouble(Took::slow)).toList();
    }

    private static void print(Took took) {
        System.out.printf(Locale.ROOT, "%8.1f %8.1f ms  %s%n", took.median(), took.slow(), took.name());
    }

    private static String size(Connection database) throws SQLException {
        try (Statement sql = database.createStatement();
                ResultSet size = sql.executeQuery("select pg_size_pretty(pg_database_size(current_database()))")) {
            size.next();
            return size.getString(1);
        }
    }

    /** Keys aside. The statistics reach the view with a delay of a second at most. */
    private static void unused(Connection database) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("select pg_sleep(%d / 1000.0)".formatted(2 * SECOND));
            try (ResultSet indices = sql.executeQuery("""
                    select indexrelname, pg_size_pretty(pg_relation_size(indexrelid)) from pg_stat_user_indexes
                    join pg_index using (indexrelid)
                    where idx_scan = 0 and not indisunique and relname like 'receipt%' order by 1""")) {
                while (indices.next()) {
                    System.out.printf("not used: %s (%s)%n", indices.getString(1), indices.getString(2));
                }
            }
        }
    }
}
