package pl.paragon.runtime.webhook;

import java.net.InetAddress;
import java.util.List;

/**
 * A receiver whose addresses were checked: only these may be connected to.
 *
 * @param host as the URL has it, for the header {@code Host} and the certificate
 * @param target path and query
 */
public record Receiver(boolean tls, String host, int port, String target, List<InetAddress> addresses) {

    public Receiver {
        addresses = List.copyOf(addresses);
    }

    /** Another one at each attempt, if it has several. */
    public InetAddress address(int attempt) {
        return addresses.get(Math.floorMod(attempt, addresses.size()));
    }
}
