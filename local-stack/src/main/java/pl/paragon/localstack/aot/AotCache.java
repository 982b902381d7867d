package pl.paragon.localstack.aot;

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
 * The AOT cache of one JVM of the stack: missing, trained (a training run has been recorded), or created.
 *
 * @param part the name of the part, e.g. {@code "ocr-worker"}
 * @param folder for all caches
 * @param fingerprint of what the cache depends on
 * @param jvmOptions of the part, which the cache is created with as well
 * @param application what follows the JVM options, e.g. {@code -jar quarkus-run.jar}
 */
public record AotCache(
        String part, Path folder, String fingerprint, List<String> jvmOptions, List<String> application) {

    private static final Duration CREATION = Duration.ofMinutes(5);
    /**
     * A cache also says which methods C2 compiled in the training run, and C2 would compile them all at once in each
     * start, before they are worth it.
     */
    private static final List<String> TRAINING = List.of("-XX:TieredStopAtLevel=1");

    private static final List<String> QUIET = List.of("-Xlog:aot*=off", "-Xlog:cds*=off");

    public AotCache {
        jvmOptions = List.copyOf(jvmOptions);
        application = List.copyOf(application);
    }

    /** @param jars all that is on the part's classpath */
    public static AotCache of(
            String part, Path folder, List<String> jvmOptions, List<String> application, List<Path> jars) {
        String fingerprint = Fingerprint.of(System.getProperty("java.vm.version"), jvmOptions, jars);
        return new AotCache(part, folder, fingerprint, jvmOptions, application);
    }

    public boolean exists() {
        return Files.exists(file());
    }

    /** Whether a training run has been recorded; the JVM creates an empty file when it begins to record. */
    public boolean isTrained() {
        try {
            return Files.exists(recording()) && Files.size(recording()) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The whole command of the part's JVM, with the cache if it exists.
     *
     * @param training makes it a training run if there is neither a cache nor a recording
     */
    public List<String> command(boolean training) {
        if (exists()) {
            return java(List.of("-XX:AOTCache=" + file()), QUIET);
        }
        if (training && !isTrained()) {
            return java(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording()), TRAINING, QUIET);
        }
        return java(List.of());
    }

    /**
     * Creates the cache from the recording: some ten seconds on two processors, at the lowest priority.
     *
     * @throws ProcessFailedException if that fails; the recording is deleted, so that the next start trains anew
     */
    public void create() {
        Path unfinished = folder.resolve(file().getFileName() + ".unfinished");
        try {
            List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
            command.addAll(java(
                    List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording(), "-XX:AOTCache=" + unfinished),
                    QUIET));
            run(command, CREATION);
            Files.move(unfinished, file(), StandardCopyOption.ATOMIC_MOVE);
            deleteOlder();
        } catch (IOException e) {
            throw new UncheckedIOException("the AOT cache of " + part + " cannot be stored in " + folder, e);
        } finally {
            delete(recording());
            delete(unfinished);
        }
    }

    private Path file() {
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
        ChildProcess.start(ChildCommand.of("the creation of the AOT cache of " + part, folder, command), line -> {})
                .awaitSuccess(timeout);
    }

    private void deleteOlder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.getFileName().toString().matches(part + "-[0-9a-f]+\\.(aot|recording)"))
                    .filter(f -> !f.equals(file()))
                    .forEach(AotCache::delete);
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
