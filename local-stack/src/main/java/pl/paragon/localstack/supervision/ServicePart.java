package pl.paragon.localstack.supervision;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pl.paragon.running.service.ServiceInstance;
import pl.paragon.servers.process.ChildProcess;

/**
 * One of the four services as a part of the stack; it reports its own readiness and liveness.
 *
 * @param directory where it runs
 * @param command asked for at each start: it changes once there is an AOT cache
 */
record ServicePart(
        String name, int port, Path directory, Supplier<List<String>> command, Map<String, String> environment)
        implements Part {

    @Override
    public Running launch(Consumer<String> log) {
        return new Launched(ServiceInstance.launch(name, port, directory, command.get(), environment, log));
    }

    private record Launched(ServiceInstance instance) implements Running {

        @Override
        public ChildProcess process() {
            return instance.process();
        }

        @Override
        public void awaitReady() {
            instance.awaitReady();
        }

        @Override
        public boolean isWell() {
            return instance.isLive();
        }

        @Override
        public void stop() {
            instance.stop();
        }
    }
}
