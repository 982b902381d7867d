package pl.paragon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** How often an upload makes its client wait for another process. */
@QuarkusTest
@WithTestResource(RealServers.class)
class UploadCostIT extends AgainstAGateway {

    private static final Pattern SCRIPTS = Pattern.compile("cmdstat_eval:calls=(\\d+)");
    private static final int UPLOADS = 50;

    @ConfigProperty(name = "quarkus.redis.hosts")
    String redisAddress;

    @Test
    void shouldAskRedisOnceForAnUploadAndOnceAtMostToProjectIt() {
        // given
        upload(jpeg(100)).post("/api/v3/receipts/process").then().statusCode(202);
        long before = scripts();

        // when
        for (int i = 0; i < UPLOADS; i++) {
            upload(jpeg(100)).post("/api/v3/receipts/process").then().statusCode(202);
        }

        // then
        assertThat(scripts() - before).isBetween((long) UPLOADS, 2L * UPLOADS + 1);
    }

    /** All that writes to the status store is a script. */
    private long scripts() {
        Vertx vertx = Vertx.vertx();
        Redis redis = Redis.createClient(vertx, redisAddress);
        try {
            String statistics = redis.send(Request.cmd(Command.INFO).arg("commandstats"))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .toString();
            Matcher calls = SCRIPTS.matcher(statistics);
            return calls.find() ? Long.parseLong(calls.group(1)) : 0;
        } finally {
            redis.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
