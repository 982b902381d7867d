package pl.paragon.operations.installation;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;
import pl.paragon.contracts.json.UndecodableException;

/** Which persistence-worker. */
public final class WorkerOption {

    private static final int NO_PARAGON = 2;

    @Option(
            names = "--persistence",
            paramLabel = "URL",
            defaultValue = "${env:PARAGON_PERSISTENCE_URL}",
            description = "another persistence-worker than this Paragon's (or PARAGON_PERSISTENCE_URL)")
    private URI address;

    /** What a command asks it. */
    public interface Work {

        /** @return the exit code */
        int on(PersistenceWorker worker) throws IOException, InterruptedException;
    }

    /**
     * Does the work and returns its exit code; another one if nothing runs, or what runs does not answer.
     *
     * @param err is told why, in a sentence for people
     */
    public int ask(Installation installation, PrintWriter err, Work work) {
        Optional<URI> base = Optional.ofNullable(address).or(installation::persistence);
        if (base.isEmpty()) {
            err.println(installation.howToStart());
            return NO_PARAGON;
        }
        try (PersistenceWorker worker = new PersistenceWorker(base.get())) {
            return work.on(worker);
        } catch (PersistenceWorker.UnavailableException | UndecodableException | IllegalArgumentException e) {
            err.println(e.getMessage());
            return NO_PARAGON;
        } catch (IOException e) {
            err.println(e);
            return NO_PARAGON;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
