package pl.paragon.benchmarks.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory that a service's container may take, by the Kubernetes manifests. */
final class Limit {

    private static final Pattern LIMIT = Pattern.compile("limits: \\{memory: (\\d+)Mi}");
    private static final long MIB = 1024 * 1024;

    private Limit() {}

    static long of(Path checkout, String service) throws IOException {
        return in(Files.readString(checkout.resolve("k8s/base/" + service + ".yaml")), service);
    }

    static long in(String manifest, String service) throws IOException {
        Matcher limit = LIMIT.matcher(manifest);
        if (!limit.find()) {
            throw new IOException("The manifest of " + service + " has no memory limit in Mi");
        }
        return Long.parseLong(limit.group(1)) * MIB;
    }
}
