package pl.paragon.runtime.fold;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Runs a {@link Fold} on a thread of its own until it is closed; a consumer that fails is replaced. */
public final class FoldThread implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FoldThread.class);
    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    private final String name;
    private final Duration pause;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Function<Consumer<String, byte[]>, Fold> folds;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile Consumer<String, byte[]> consumer;

    private FoldThread(
            String name,
            Duration pause,
            Supplier<Consumer<String, byte[]>> consumers,
            Function<Consumer<String, byte[]>, Fold> folds) {
        this.name = name;
        this.pause = pause;
        this.consumers = consumers;
        this.folds = folds;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /**
     * @param name of the thread, and of the fold in the log
     * @param pause before a consumer that failed is replaced
     * @param consumers makes one
     * @param folds what is done with one
     */
    public static FoldThread start(
            String name,
            Duration pause,
            Supplier<Consumer<String, byte[]>> consumers,
            Function<Consumer<String, byte[]>, Fold> folds) {
        FoldThread started = new FoldThread(name, pause, consumers, folds);
        started.thread.start();
        return started;
    }

    /** The properties of such a consumer, to which its fold may add. */
    public static Map<String, Object> properties(Map<String, Object> kafka, String group) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        // The store has the positions. If it has none, or one that the broker has deleted, start with what is left.
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Topics created after the service started are found within seconds, not after five minutes.
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        // The fold's own loop waits for a broker that is unavailable, not a call into the client.
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return properties;
    }

    /** Ends the step in hand, closes the consumer, and waits for that. */
    @Override
    public void close() throws InterruptedException {
        stopping.countDown();
        Consumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        thread.join(SHUTDOWN);
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private void run() {
        while (!stopped()) {
            try (Consumer<String, byte[]> fresh = consumers.get();
                    Fold fold = folds.apply(fresh)) {
                consumer = fresh;
                while (!stopped()) {
                    pause(fold.step());
                }
            } catch (WakeupException e) {
                LOG.debugf("%s is stopping", name);
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s failed and is restarted", name);
                pause(pause);
            }
        }
    }

    private void pause(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        try {
            stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
