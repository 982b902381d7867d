package pl.paragon.api.feed;

import io.vertx.redis.client.Redis;
import java.time.Clock;
import java.util.Map;
import pl.paragon.api.Defaults;

/** The feed of one gateway on a real Redis. */
public final class RunningFeed {

    private final RedisJobFeed feed;

    private RunningFeed(RedisJobFeed feed) {
        this.feed = feed;
    }

    /** Polls hourly while subscribed, so that a test can tell a signal from a poll, and often while interrupted. */
    public static RunningFeed on(Redis redis) {
        FeedConfig config = Defaults.with(
                FeedConfig.class,
                Map.of(
                        "paragon.feed.retry-every", "50ms",
                        "paragon.feed.look-anyway-every", "1h",
                        "paragon.feed.timeout", "1m"));
        RedisJobFeed feed = new RedisJobFeed(redis, config, Clock.systemUTC());
        feed.start();
        return new RunningFeed(feed);
    }

    public JobFeed feed() {
        return feed;
    }

    public boolean isSubscribed() {
        return feed.isSubscribed();
    }

    public void stop() {
        feed.stop();
    }
}
