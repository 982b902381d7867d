package pl.paragon.localstack.supervision;

import java.util.function.Consumer;
import pl.paragon.servers.process.ChildProcess;
import pl.paragon.servers.process.ProcessFailedException;

/** Something that the stack consists of and that can be started, again and again. */
interface Part {

    /** Its name, e.g. {@code "kafka"}. */
    String name();

    int port();

    /**
     * Starts its process, without waiting until it is ready.
     *
     * @param log is told each line that it prints
     * @throws ProcessFailedException where there is nothing to be started
     */
    Running launch(Consumer<String> log);

    /** One life of it. */
    interface Running {

        ChildProcess process();

        /** @throws ProcessFailedException where it ends before it is ready, or takes too long */
        void awaitReady();

        /** Whether it says that it need not be started again; asked now and then while its process runs. */
        boolean isWell();

        /** Ends it in good order, or else by force. */
        void stop();
    }
}
