package pl.paragon.localstack.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.paragon.contracts.json.Json;
import pl.paragon.operations.terminal.Screen;
import pl.paragon.operations.terminal.Text;
import pl.paragon.running.client.ReceiptClient;
import pl.paragon.running.stack.Checkout;
import pl.paragon.running.stack.StackLock;
import pl.paragon.running.stack.StateFile;

/** Sends receipts through a running Paragon and shows the results. */
@Command(
        name = "process",
        description = {
            "Upload receipts, show their progress, and print what was read.",
            "Exit code 0 if all were read, 1 if one was not, 2 if no Paragon answers."
        })
public final class ProcessCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(150);
    private static final int NO_PARAGON = 2;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "a picture (JPEG, PNG, HEIC, TIFF, ...) or a PDF")
    private List<Path> files;

    @Option(
            names = "--json",
            description = "print each job's last status as one line of JSON; progress goes to standard error")
    private boolean json;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:PARAGON_URL}",
            description = "another Paragon than this folder's (or PARAGON_URL)")
    private URI url;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            defaultValue = "${env:PARAGON_API_KEY}",
            description =
                    "its API key, if it requires one (or PARAGON_API_KEY, which other users of the machine cannot see)")
    private String apiKey;

    @Spec
    private CommandSpec spec;

    /** A receipt that was accepted, or the reason why it was not. */
    private sealed interface Upload {
        record Accepted(Path file, String jobId, long nanoTime) implements Upload {}

        record Refused(Path file, String why) implements Upload {}
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "No such file, or it cannot be read: " + file);
            }
        }
        Optional<URI> base = Optional.ofNullable(url).or(ProcessCommand::ownStack);
        if (base.isEmpty()) {
            spec.commandLine().getErr().println("Paragon is not running. Start it: ./paragon up");
            return NO_PARAGON;
        }
        try {
            return process(new ReceiptClient(base.get(), Optional.ofNullable(apiKey)));
        } catch (ReceiptClient.UnreachableException e) {
            spec.commandLine().getErr().println(e.getMessage() + ". Start it: ./paragon up");
            return NO_PARAGON;
        }
    }

    // All are uploaded before the first is waited for, so that they are read in parallel.
    private int process(ReceiptClient client) throws IOException, InterruptedException {
        List<Upload> uploads = new ArrayList<>();
        for (Path file : files) {
            uploads.add(upload(client, file));
        }
        boolean allRead = true;
        for (Upload upload : uploads) {
            allRead &= switch (upload) {
                case Upload.Accepted accepted -> follow(client, accepted);
                case Upload.Refused refused -> tell(refused);
            };
        }
        return allRead ? 0 : 1;
    }

    private static Upload upload(ReceiptClient client, Path file) throws IOException, InterruptedException {
        try {
            return new Upload.Accepted(file, client.submit(file), System.nanoTime());
        } catch (ReceiptClient.RefusedException e) {
            return new Upload.Refused(file, e.getMessage());
        }
    }

    private boolean tell(Upload.Refused refused) {
        if (json) {
            System.out.println(Json.writeText(new RefusedFile(refused.file().toString(), "REFUSED", refused.why())));
        } else {
            Screen.standard().line(refused.file() + ": refused: " + Text.printable(refused.why()));
        }
        return false;
    }

    private record RefusedFile(String filename, String status, String error) {}

    private boolean follow(ReceiptClient client, Upload.Accepted upload) throws IOException, InterruptedException {
        Screen screen = json ? Screen.beside() : Screen.standard();
        JobProgress progress =
                new JobProgress(screen, upload.file().getFileName().toString());
        while (true) {
            JsonNode data = client.status(upload.jobId());
            Duration time = Duration.ofNanos(System.nanoTime() - upload.nanoTime());
            progress.show(data, time);
            if (ReceiptClient.hasEnded(data)) {
                progress.finish();
                return show(upload, data, time);
            }
            Thread.sleep(POLL);
        }
    }

    private boolean show(Upload.Accepted upload, JsonNode data, Duration time) {
        String status = data.path("status").asText();
        boolean read = status.equals("SUCCESS");
        if (json) {
            System.out.println(Json.writeText(data));
            return read;
        }
        Screen screen = Screen.standard();
        screen.line("%s: %s after %s (job %s)".formatted(upload.file(), status, Text.seconds(time), upload.jobId()));
        if (read) {
            screen.line("");
            screen.lines(new ReceiptTable(data.path("result").path("analysis")).lines());
            screen.line("");
        } else {
            screen.line("  "
                    + Text.printable(
                            data.path("error").asText(data.path("message").asText())));
        }
        return read;
    }

    private static Optional<URI> ownStack() {
        var home = Checkout.ofThisProgram().home();
        return StackLock.isTaken(home)
                ? new StateFile(home).read().map(s -> URI.create(s.ports().apiUrl()))
                : Optional.empty();
    }
}
