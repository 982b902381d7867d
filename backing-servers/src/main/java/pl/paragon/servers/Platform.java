package pl.paragon.servers;

import java.nio.file.Files;
import java.nio.file.Path;

/** The platform that the binaries from Maven Central run on: Linux on x86-64 with the GNU C library. */
public final class Platform {

    private static final String INSTEAD = """
            The servers that come from Maven Central (Redis, PostgreSQL) are built for Linux on x86-64 with glibc; \
            this is %s.
            Run the containers instead; they hold the same services with the same configuration:
            %s  ./paragon images                      builds the services and their images
              cp .env.example .env                  then set POSTGRES_PASSWORD in it
              docker compose up --detach --wait
            This needs Docker Engine 25 or newer with the Compose plugin; more in docs/deployment.md.""";

    // The native code in the ocr-worker is built for x86-64 unless the build is told otherwise.
    private static final String EMULATED = "  export DOCKER_DEFAULT_PLATFORM=linux/amd64\n";

    private Platform() {}

    /** @throws UnsupportedOperationException on any other platform; the message says what to do instead */
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
            throw new UnsupportedOperationException(INSTEAD.formatted(here, x86 ? "" : EMULATED));
        }
    }
}
