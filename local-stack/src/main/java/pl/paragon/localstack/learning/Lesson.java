package pl.paragon.localstack.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pl.paragon.servers.process.ChildCommand;
import pl.paragon.servers.process.ChildProcess;
import pl.paragon.servers.process.ProcessFailedException;

/**
 * One JVM of the stack and how far it is in learning to start fast: nothing known, recorded, or learned.
 *
 * @param part the name of the part, e.g. {@code "ocr-worker"}
 * @param folder for all caches
 * @param fingerprint of what the cache depends on
 * @param jvmOptions that the part is run with, the same when the cache is made
 * @param application what follows the JVM options, e.g. {@code -jar quarkus-run.jar}
 */
public record Lesson(String part, Path folder, String fingerprint, List<String> jvmOptions, List<String> application) {

    private static final Duration MAKING = Duration.ofMinutes(5);
    private static final List<String> QUIET = List.of("-Xlog:aot*=off", "-Xlog:cds*=off");

    public Lesson {
        jvmOptions = List.copyOf(jvmOptions);
        application = List.copyOf(application);
    }

    /** @param jars all that is on the part's classpath */
    public static Lesson of(
            String part, Path folder, List<String> jvmOptions, List<String> application, List<Path> jars) {
        String fingerprint = Fingerprint.of(System.getProperty("java.vm.version"), jvmOptions, jars);
        return new Lesson(part, folder, fingerprint, jvmOptions, application);
    }

    public boolean isLearned() {
        return Files.exists(cache());
    }

    /** Whether a recording has been written; the JVM makes an empty file when it begins. */
    public boolean isRecorded() {
        try {
            return Files.exists(recording()) && Files.size(recording()) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The whole command of the part's JVM: with the cache where there is one, recording where there is nothing yet. */
    public List<String> command(boolean learning) {
        if (isLearned()) {
            return java(List.of("-XX:AOTCache=" + cache()), QUIET);
        }
        if (learning && !isRecorded()) {
            return java(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording()), QUIET);
        }
        return java(List.of());
    }

    /**
     * Makes the cache out of the recording; takes some ten seconds of two processors, politely.
     *
     * @throws ProcessFailedException where it cannot be made; the recording is thrown away then, so that it is tried afresh
     */
    public void learn() {
        Path unfinished = folder.resolve(cache().getFileName() + ".unfinished");
        try {
            List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
            command.addAll(java(
                    List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording(), "-XX:AOTCache=" + unfinished),
                    QUIET));
            run(command, MAKING);
            Files.move(unfinished, cache(), StandardCopyOption.ATOMIC_MOVE);
            deleteOlder();
        } catch (IOException e) {
            throw new UncheckedIOException("the cache for " + part + " cannot be put into " + folder, e);
        } finally {
            delete(recording());
            delete(unfinished);
        }
    }

    private Path cache() {
        return folder.resolve(part + "-" + fingerprint + ".aot");
    }

    private Path recording() {
        return folder.resolve(part + "-" + fingerprint + ".recording");
    }

    @SafeVarargs
    private List<String> java(List<String>... more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        for (List<String> options : more) {
            command.addAll(options);
        }
        command.addAll(application);
        return command;
    }

    private void run(List<String> command, Duration timeout) {
        ChildProcess.start(ChildCommand.of("the learning of " + part, folder, command), line -> {})
                .awaitSuccess(timeout);
    }

    private void deleteOlder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.getFileName().toString().matches(part + "-[0-9a-f]+\\.(aot|recording)"))
                    .filter(f -> !f.equals(cache()))
                    .forEach(Lesson::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be deleted: " + file, e);
        }
    }
}
