package pl.paragon.operations.worker;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.event.WorkerProcess;
import pl.paragon.contracts.json.Json;
import pl.paragon.operations.terminal.Table;
import pl.paragon.operations.terminal.Table.Align;
import pl.paragon.operations.terminal.Text;

/** Prints workers for people, or a line of JSON for each. */
final class WorkerPrinter {

    private static final String UNKNOWN = "–";
    /** Of a worker's id: enough to tell it from the others. */
    private static final int ID = 8;

    private final PrintWriter out;
    private final boolean json;

    WorkerPrinter(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void list(List<WorkerHeartbeat> workers) {
        if (json) {
            workers.forEach(worker -> out.println(Json.writeText(worker)));
        } else if (workers.isEmpty()) {
            out.println("No worker is alive: receipts wait for one.");
        } else {
            workers(workers).forEach(out::println);
            Table jobs = jobs(workers);
            if (!jobs.isEmpty()) {
                out.println();
                jobs.lines("").forEach(out::println);
            }
        }
        out.flush();
    }

    private static List<String> workers(List<WorkerHeartbeat> workers) {
        Table table = new Table(
                        Align.LEFT,
                        Align.LEFT,
                        Align.LEFT,
                        Align.RIGHT,
                        Align.LEFT,
                        Align.LEFT,
                        Align.RIGHT,
                        Align.RIGHT,
                        Align.RIGHT,
                        Align.RIGHT,
                        Align.LEFT)
                .row(
                        "STAGE", "WORKER", "HOST", "PID", "STARTED", "STATE", "JOBS", "DONE", "FAILED", "MEMORY",
                        "VERSION");
        workers.forEach(worker -> table.row(
                worker.stage().id(),
                shortId(worker),
                of(worker, WorkerProcess::host),
                of(worker, process -> String.valueOf(process.pid())),
                of(worker, process -> second(process.startedAt())),
                state(worker),
                worker.activeJobs() + "/" + worker.capacity(),
                of(worker, process -> String.valueOf(process.done())),
                of(worker, process -> String.valueOf(process.failed())),
                Optional.ofNullable(worker.process())
                        .map(WorkerProcess::memoryBytes)
                        .map(Text::mebibytes)
                        .orElse(UNKNOWN),
                of(worker, WorkerProcess::version)));
        return table.lines("");
    }

    /** What they work on; empty if nobody works on anything. */
    private static Table jobs(List<WorkerHeartbeat> workers) {
        Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
        workers.stream()
                .filter(worker -> worker.process() != null)
                .forEach(worker -> worker.process().jobs().forEach(job -> {
                    if (table.isEmpty()) {
                        table.row("JOB", "STAGE", "WORKER", "SINCE");
                    }
                    table.row(job.jobId().toString(), worker.stage().id(), shortId(worker), second(job.since()));
                }));
        return table;
    }

    private static String state(WorkerHeartbeat worker) {
        String condition = worker.condition().name().toLowerCase(Locale.ROOT);
        return worker.reason() == null ? condition : condition + ": " + worker.reason();
    }

    private static String shortId(WorkerHeartbeat worker) {
        String id = worker.workerId();
        return id.length() <= ID ? id : id.substring(0, ID);
    }

    /** Unknown of a worker of an earlier version. */
    private static String of(WorkerHeartbeat worker, Function<WorkerProcess, String> what) {
        return worker.process() == null ? UNKNOWN : what.apply(worker.process());
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
