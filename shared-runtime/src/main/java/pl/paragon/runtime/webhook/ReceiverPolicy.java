package pl.paragon.runtime.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides whether a URL that somebody names may be called. */
public final class ReceiverPolicy {

    /** The most characters of a URL. */
    public static final int LONGEST_URL = 1000;

    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1," + LONGEST_URL + "}");

    /** A host whose last label is a number is an address to some parsers, whatever the others are. */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    private final List<Network> allowedNetworks;
    private final List<PortRange> allowedPorts;
    private final HostNames names;

    public ReceiverPolicy(ReceiverConfig config, HostNames names) {
        this.allowedNetworks = config.allowedNetworks().orElse(List.of()).stream()
                .map(Network::of)
                .toList();
        this.allowedPorts = config.allowedPorts().stream().map(PortRange::of).toList();
        this.names = names;
    }

    /** The system's name service. */
    public static ReceiverPolicy of(ReceiverConfig config) {
        return new ReceiverPolicy(config, new SystemHostNames(config.resolveTimeout()));
    }

    /** Whether a URL may be called. */
    public sealed interface Verdict {

        record Allowed(Receiver receiver) implements Verdict {}

        /** @param why a sentence for whoever named the URL; says nothing of our network */
        record Refused(String why) implements Verdict {}

        /** Whether it may be called is not known. */
        record HostUnknown() implements Verdict {}
    }

    private record PortRange(int first, int last) {

        static PortRange of(String text) {
            String[] ends = text.strip().split("-", 2);
            return new PortRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        }

        boolean contains(int port) {
            return first <= port && port <= last;
        }
    }

    /** Why a URL may not be called, a sentence for whoever named it; empty if it may. Blocks as {@link #check}. */
    public Optional<String> refusal(String url) {
        return switch (check(url)) {
            case Verdict.Allowed(var receiver) -> Optional.empty();
            case Verdict.Refused(var why) -> Optional.of(why);
            case Verdict.HostUnknown() -> Optional.of("The host has no address");
        };
    }

    /** Blocks while the host's addresses are looked up. Every one of them must be allowed. */
    public Verdict check(String url) {
        if (!PRINTABLE.matcher(url).matches()) {
            return new Verdict.Refused(
                    "A URL has at most " + LONGEST_URL + " characters of ASCII; other ones are percent-encoded");
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return new Verdict.Refused("This is no URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return new Verdict.Refused("A URL begins with https:// or http://");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return new Verdict.Refused("A URL has a host, and neither a user nor a fragment");
        }
        boolean tls = scheme.equals("https");
        int usual = tls ? 443 : 80;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        if (allowedPorts.stream().noneMatch(range -> range.contains(port))) {
            return new Verdict.Refused("Port " + port + " is not allowed");
        }
        return reached(uri, tls, port);
    }

    private Verdict reached(URI uri, boolean tls, int port) {
        String host = uri.getHost();
        if (ENDS_IN_A_NUMBER.matcher(host).matches() && !isCanonical(host)) {
            return new Verdict.Refused("An IPv4 address has four decimal numbers without leading zeros");
        }
        List<InetAddress> addresses;
        try {
            addresses = names.addresses(host.replaceAll("^\\[|]$", ""));
        } catch (UnknownHostException e) {
            return new Verdict.HostUnknown();
        }
        if (!addresses.stream().allMatch(this::isAllowed)) {
            return new Verdict.Refused("The host has an address that is not public");
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        return new Verdict.Allowed(new Receiver(tls, host, port, target, addresses));
    }

    private static boolean isCanonical(String host) {
        try {
            return InetAddress.ofLiteral(host).getHostAddress().equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isAllowed(InetAddress address) {
        return PublicAddresses.contain(address)
                || allowedNetworks.stream().anyMatch(network -> network.contains(address));
    }
}
