package pl.paragon.api.feed;

import io.vertx.redis.client.Redis;
import java.time.Clock;
import java.util.Map;
import pl.paragon.api.Defaults;

/** The feed of one gateway, which hears what a real Redis publishes. */
public final class RunningFeed {

    private final RedisJobFeed feed;

    private RunningFeed(RedisJobFeed feed) {
        this.feed = feed;
    }

    /** Looks for itself seldom enough that a test can tell it from hearing, and often while it hears nothing. */
    public static RunningFeed on(Redis redis) {
        FeedConfig config = Defaults.with(
                FeedConfig.class,
                Map.of(
                        "paragon.feed.look-again-every", "50ms",
                        "paragon.feed.look-anyway-every", "1h",
                        "paragon.feed.timeout", "1m"));
        RedisJobFeed feed = new RedisJobFeed(redis, config, Clock.systemUTC());
        feed.start();
        return new RunningFeed(feed);
    }

    public JobFeed feed() {
        return feed;
    }

    public boolean isHearing() {
        return feed.isHearing();
    }

    public void stop() {
        feed.stop();
    }
}
