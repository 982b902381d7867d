package pl.paragon.servers;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the binaries from Maven Central run: Linux on x86-64 with the GNU C library. */
public final class Platform {

    private static final String INSTEAD = """
            The servers that come through Maven Central (Redis, PostgreSQL) are built for Linux on x86-64 with glibc, and this is %s.
            Use the containers instead, they run the same services with the same configuration: docker compose up --build
            (Docker Engine with the Compose plugin; on Debian and Ubuntu: apt-get install docker.io docker-compose-v2).""";

    private Platform() {}

    /** @throws UnsupportedOperationException elsewhere, with the way to go instead */
    public static void requireSupported() {
        require(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2")));
    }

    static void require(String system, String architecture, boolean gnuLoader) {
        boolean linux = system.equals("Linux");
        boolean x86 = architecture.equals("amd64") || architecture.equals("x86_64");
        if (!linux || !x86 || !gnuLoader) {
            String here = system + " on " + architecture + (linux && x86 ? " without glibc" : "");
            throw new UnsupportedOperationException(INSTEAD.formatted(here));
        }
    }
}
