package pl.paragon.runtime.files.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.s3server.S3Server;
import pl.paragon.servers.FreePorts;

/** What an operator is told whose bucket cannot be used. */
class S3OpeningIT {

    @TempDir
    private static Path folder;

    private static S3Server server;

    @TempDir
    private Path spool;

    private TestBucket bucket;

    @BeforeAll
    static void start() {
        server = S3Server.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void createBucket() {
        bucket = TestBucket.create(server);
    }

    @AfterEach
    void restoreCredentials() {
        System.setProperty("aws.secretAccessKey", S3Server.SECRET_KEY);
    }

    @Test
    void shouldLeaveNothingOfItsProbe() {
        // when
        S3ReceiptFileStore.open(bucket.config(spool));

        // then
        assertThat(bucket.keys()).isEmpty();
    }

    @Test
    void shouldSayThatNoBucketIsSet() {
        assertRefused(Map.of("paragon.files.s3.bucket", "")).hasMessageContaining("Set paragon.files.s3.bucket");
    }

    @Test
    void shouldSayThatThereIsNoSuchBucket() {
        assertRefused(Map.of("paragon.files.s3.bucket", "elsewhere"))
                .hasMessageContaining("There is no bucket 'elsewhere' at " + server.endpoint());
    }

    @Test
    void shouldSayWhichRightsTheCredentialsNeed() {
        // given
        System.setProperty("aws.secretAccessKey", "of-somebody-else");

        // then
        assertRefused(Map.of())
                .hasMessageContaining("may not be used with these credentials")
                .hasMessageContaining("s3:PutObject");
    }

    @Test
    void shouldSayThatNobodyIsThere() {
        assertRefused(Map.of("paragon.files.s3.endpoint", "http://127.0.0.1:" + FreePorts.one()))
                .hasMessageContaining("cannot be used. Check paragon.files.s3.endpoint");
    }

    @Test
    void shouldRefuseAServerThatKnowsNoConditionalWrites() throws IOException {
        // given
        HttpServer obliging = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        obliging.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        obliging.start();

        // then
        try {
            assertRefused(Map.of(
                            "paragon.files.s3.endpoint",
                            "http://127.0.0.1:" + obliging.getAddress().getPort()))
                    .hasMessageContaining("ignores If-None-Match");
        } finally {
            obliging.stop(0);
        }
    }

    @Test
    void shouldRefuseAPrefixWithAnEmptyFolder() {
        assertRefused(Map.of("paragon.files.s3.prefix", "/paragon")).hasMessageContaining("paragon.files.s3.prefix");
    }

    @Test
    void shouldSayThatFilesCannotWait() {
        assertRefused(Map.of(
                        "paragon.files.s3.spool-directory",
                        spool.resolve("none").toString()))
                .hasMessageContaining("Set paragon.files.s3.spool-directory");
    }

    @Test
    void shouldHaveDefaults() {
        S3FilesConfig config = bucket.config(spool, Map.of("paragon.files.s3.spool-directory", ""));
        assertThat(config.region()).isEmpty();
        assertThat(config.pathStyle()).isFalse();
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.spoolDirectory()).isEmpty();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Map<String, String> keys) {
        return assertThatThrownBy(() -> S3ReceiptFileStore.open(bucket.config(spool, keys)))
                .isInstanceOf(IllegalStateException.class);
    }
}
