package pl.paragon.runtime.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the public Internet from all others, by IANA's registries of special-purpose addresses. */
final class PublicAddresses {

    private static final List<Network> NOT_PUBLIC_V4 = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carrier-grade NAT, and Alibaba's metadata
                    "127.0.0.0/8", // loopback
                    "168.63.129.16/32", // Azure's metadata
                    "169.254.0.0/16", // link-local, and everybody else's metadata
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments, and Oracle's metadata
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4") // reserved, and broadcast
            .map(Network::of)
            .toList();

    /** Nothing else is given out: neither loopback, ULA, link-local, multicast nor any way to write an IPv4 address. */
    private static final Network GLOBAL_V6 = Network.of("2000::/3");

    private static final List<Network> NOT_PUBLIC_V6 = Stream.of(
                    "2001::/23", // protocol assignments, and Teredo, which wraps an IPv4 address
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4, which wraps an IPv4 address
                    "3fff::/20") // documentation
            .map(Network::of)
            .toList();

    private PublicAddresses() {}

    /** An IPv4 address that is mapped into IPv6 is an {@link Inet4Address} to Java, whoever made it. */
    static boolean contain(InetAddress address) {
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_V4.stream().noneMatch(network -> network.contains(address));
        }
        return GLOBAL_V6.contains(address) && NOT_PUBLIC_V6.stream().noneMatch(network -> network.contains(address));
    }
}
