package pl.paragon.operations.failedjob;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.paragon.contracts.job.JobId;
import pl.paragon.operations.failedjob.FailedJobsClient.Replay;
import pl.paragon.operations.installation.Installation;
import pl.paragon.operations.installation.WorkerOption;

/** {@code failed-jobs list|show|replay}. */
@Command(
        name = "failed-jobs",
        description = {
            "List, show and replay jobs that failed.",
            "A replay is a new job with the same owner and file; the failed one stays as it is.",
            "Exit code 0 if all went well, 1 if something did not, 2 if no Paragon answers."
        })
public final class FailedJobsCommand {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    public FailedJobsCommand(Installation installation) {
        this.installation = installation;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "List failed jobs, newest first: id, time, stage, attempts, error, file, whether replayed.")
    int list(
            @Mixin WorkerOption worker,
            @Option(
                            names = {"-n", "--limit"},
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "how many (default: ${DEFAULT-VALUE})")
                    int limit,
            @Option(names = "--json", description = "print one line of JSON per job") boolean json) {
        return with(worker, client -> {
            printer(json).list(client.newest(limit));
            return 0;
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Show a failed job: why it failed, whose it is, whether its file is kept.")
    int show(
            @Mixin WorkerOption worker,
            @Parameters(paramLabel = "JOB", description = "its id") String name,
            @Option(names = "--json", description = "print it as one line of JSON") boolean json) {
        JobId job = id("show", name);
        return with(worker, client -> {
            Optional<JsonNode> found = client.find(job);
            if (found.isEmpty()) {
                complain("There is no failed job " + job);
                return 1;
            }
            printer(json).show(found.get());
            return 0;
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Submit failed jobs once more, each as a new job, and print the new ids.",
                "Of one failed job there is one new job at most: what was replayed before is not replayed again, but the"
                        + " new job can be if it fails."
            })
    int replay(
            @Mixin WorkerOption worker,
            @Parameters(arity = "0..*", paramLabel = "JOB", description = "their ids") List<String> names,
            @Option(
                            names = "--all",
                            description = "all that have not been replayed and did not fail because of their file")
                    boolean all,
            @Option(
                            names = "--code",
                            paramLabel = "CODE",
                            description = "all that have not been replayed and failed with this error, e.g."
                                    + " DATABASE_ERROR")
                    String code,
            @Option(names = "--json", description = "print one line of JSON per job") boolean json) {
        int ways = (names == null ? 0 : 1) + (all ? 1 : 0) + (code == null ? 0 : 1);
        if (ways != 1) {
            throw usage("replay", "Name the jobs (JOB...), or an error (--code), or all (--all)");
        }
        List<JobId> named = names == null
                ? List.of()
                : names.stream().map(name -> id("replay", name)).toList();
        return with(worker, client -> {
            List<JobId> jobs = names == null ? waiting(client, code) : named;
            Map<JobId, Replay> outcomes = new LinkedHashMap<>();
            for (JobId job : jobs) {
                outcomes.put(job, client.replay(job));
            }
            return printer(json).replayed(outcomes) ? 0 : 1;
        });
    }

    private JobId id(String subcommand, String name) {
        return JobId.parse(name).orElseThrow(() -> usage(subcommand, name + " is no job id: a UUID is expected"));
    }

    private CommandLine.ParameterException usage(String subcommand, String what) {
        return new CommandLine.ParameterException(spec.subcommands().get(subcommand), what);
    }

    /** @param code of the error; {@code null} for each that is not the file's fault */
    private static List<JobId> waiting(FailedJobsClient client, String code) throws IOException, InterruptedException {
        return client.newest(Integer.MAX_VALUE).stream()
                .filter(job -> job.path("replayed_as").isMissingNode())
                .filter(job -> code == null
                        ? !job.path("fault").asText().equals("document")
                        : job.path("code").asText().equals(code))
                .map(job -> JobId.of(job.path("job_id").asText()))
                .toList();
    }

    private interface Work {
        int on(FailedJobsClient client) throws IOException, InterruptedException;
    }

    private int with(WorkerOption worker, Work work) {
        return worker.ask(installation, spec.commandLine().getErr(), asked -> work.on(new FailedJobsClient(asked)));
    }

    private FailedJobPrinter printer(boolean json) {
        return new FailedJobPrinter(spec.commandLine().getOut(), json);
    }

    private void complain(String text) {
        spec.commandLine().getErr().println(text);
    }
}
