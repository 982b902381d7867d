package pl.paragon.localstack.stack;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import pl.paragon.operations.installation.Installation;
import pl.paragon.running.service.Ports;
import pl.paragon.running.stack.Checkout;
import pl.paragon.running.stack.StackHome;
import pl.paragon.running.stack.StackLock;
import pl.paragon.running.stack.StackState;
import pl.paragon.running.stack.StateFile;

/** The stack of this checkout, if it runs. */
public final class OwnStack implements Installation {

    @Override
    public Optional<String> kafka() {
        return ports().map(ports -> "127.0.0.1:" + ports.kafka());
    }

    @Override
    public Map<String, String> environment() {
        return System.getenv();
    }

    @Override
    public Optional<URI> persistence() {
        return ports().map(ports -> URI.create(ports.persistenceUrl()));
    }

    @Override
    public String howToStart() {
        return "Paragon is not running. Start it: ./paragon up";
    }

    private static Optional<Ports> ports() {
        StackHome home = Checkout.ofThisProgram().home();
        return StackLock.isTaken(home) ? new StateFile(home).read().map(StackState::ports) : Optional.empty();
    }
}
