package pl.paragon.api.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Which addresses the gateway may listen on without authentication. */
final class Exposure {

    /** Whether it may start. */
    enum Verdict {
        LOOPBACK_ONLY,
        AUTHENTICATED,
        OPEN_ON_PURPOSE,
        REFUSED
    }

    private Exposure() {}

    static Verdict of(String host, boolean authenticated, boolean allowUnauthenticated) {
        if (isLoopback(host)) {
            return Verdict.LOOPBACK_ONLY;
        }
        if (authenticated) {
            return Verdict.AUTHENTICATED;
        }
        return allowUnauthenticated ? Verdict.OPEN_ON_PURPOSE : Verdict.REFUSED;
    }

    /** A name that does not resolve does not count as loopback: better refused than open by mistake. */
    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
