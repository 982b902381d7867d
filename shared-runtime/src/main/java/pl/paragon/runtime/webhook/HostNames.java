package pl.paragon.runtime.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The name service. */
@FunctionalInterface
public interface HostNames {

    /** All addresses of a host, at least one; a literal address is its own. */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
