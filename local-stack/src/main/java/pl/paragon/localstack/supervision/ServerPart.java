package pl.paragon.localstack.supervision;

import java.util.function.Consumer;
import pl.paragon.servers.BackingServer;
import pl.paragon.servers.process.ChildProcess;

/** A server as a part of the stack; it is live as long as its process runs. */
record ServerPart(String name, int port, Launcher launcher) implements Part {

    /** Starts the server. */
    interface Launcher {
        Launched launch(Consumer<String> log);
    }

    /**
     * A started server.
     *
     * @param afterwards what remains to be done once it is ready, before others may use it
     */
    record Launched(BackingServer server, Runnable afterwards) implements Running {

        @Override
        public ChildProcess process() {
            return server.process();
        }

        @Override
        public void awaitReady() {
            server.awaitReady();
            afterwards.run();
        }

        @Override
        public boolean isWell() {
            return true;
        }

        @Override
        public void stop() {
            server.close();
        }
    }

    @Override
    public Running launch(Consumer<String> log) {
        return launcher.launch(log);
    }
}
