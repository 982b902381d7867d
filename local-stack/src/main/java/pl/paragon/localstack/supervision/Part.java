package pl.paragon.localstack.supervision;

import java.util.function.Consumer;
import pl.paragon.servers.process.ChildProcess;
import pl.paragon.servers.process.ProcessFailedException;

/** A part of the stack, which can be started again and again. */
interface Part {

    /** Its name, e.g. {@code "kafka"}. */
    String name();

    int port();

    /**
     * Starts its process, without waiting until it is ready.
     *
     * @param log receives each line that it prints
     * @throws ProcessFailedException if there is nothing to start
     */
    Running launch(Consumer<String> log);

    /** One run of it, from start to end. */
    interface Running {

        ChildProcess process();

        /** @throws ProcessFailedException if it ends before it is ready, or takes too long */
        void awaitReady();

        /** Whether its liveness check succeeds; asked repeatedly while its process runs. */
        boolean isWell();

        /** Stops it in good order, or kills it if that takes too long. */
        void stop();
    }
}
