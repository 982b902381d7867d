package pl.paragon.servers;

import java.time.Duration;
import pl.paragon.servers.process.ChildProcess;
import pl.paragon.servers.process.ProcessFailedException;

/** Waiting for a server that has been started. */
final class Starting {

    private Starting() {}

    /** Returns when it is ready; one that fails to become ready is not left running. */
    static void await(ChildProcess process, Duration timeout) {
        try {
            process.awaitReady(timeout);
        } catch (ProcessFailedException e) {
            process.kill();
            throw e;
        }
    }
}
