package pl.paragon.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;
import pl.paragon.api.redis.FakeRedis;

class RedisJobFeedTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final FakeRedis redis = new FakeRedis();
    private final RedisJobFeed feed = new RedisJobFeed(
            redis,
            Defaults.with(FeedConfig.class, Map.of("paragon.feed.retry-every", "1ms", "paragon.feed.timeout", "1ms")),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        feed.stop();
    }

    @Test
    void shouldGiveNoConnectionBackOnWhichItIsYetToSubscribe() {
        // given
        FakeRedis.Connection slow = new FakeRedis.Connection();
        Promise<Response> subscribing = Promise.promise();
        slow.answers.add(subscribing.future());
        redis.prepared.add(Future.succeededFuture(slow));

        // when it gives up, and tries once more
        feed.start();
        await().atMost(LONGEST).until(() -> redis.asked.size() >= 2);

        // then
        assertThat(slow.closed).isFalse();
        subscribing.complete();
        assertThat(slow.closed).isTrue();
    }
}
