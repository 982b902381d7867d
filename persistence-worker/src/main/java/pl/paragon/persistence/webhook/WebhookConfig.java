package pl.paragon.persistence.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are told. */
@ConfigMapping(prefix = "paragon.webhooks")
public interface WebhookConfig {

    /** The most webhooks of one owner. */
    @WithDefault("20")
    int perOwner();

    /** How long messages are signed with the earlier secret, too, after a new one was made. */
    @WithDefault("24h")
    Duration secretOverlap();

    /** How often to look for what is due. */
    @WithDefault("1s")
    Duration poll();

    /** How many messages one worker sends at the same time: each costs a virtual thread and a connection. */
    @WithDefault("64")
    int atATime();

    /** How many of them go to one webhook, so that a slow receiver does not hold up the others. */
    @WithDefault("4")
    int perWebhook();

    /** How long a receiver may take to accept the connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long an attempt may take, from the look-up of the host to the end of the answer. */
    @WithDefault("15s")
    Duration timeout();

    /** The pause before the second attempt; each further pause is three times as long. */
    @WithDefault("5s")
    Duration firstPause();

    /** The longest pause between two attempts. */
    @WithDefault("6h")
    Duration longestPause();

    /** How long after the job's end, or a replay, a message is given up. */
    @WithDefault("24h")
    Duration giveUpAfter();

    /** How long deliveries are listed after they ended. Longer than any record of the job may be read again. */
    @WithDefault("30d")
    Duration retention();
}
