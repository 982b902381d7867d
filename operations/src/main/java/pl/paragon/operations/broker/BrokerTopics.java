package pl.paragon.operations.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The topics of a broker. Every method throws {@link Broker.UnavailableException} if it does not answer within ten
 * seconds, and {@link IllegalStateException} if it refuses.
 */
public final class BrokerTopics implements BrokerClient {

    private static final int PATIENCE_MS = 10_000;
    /** The controller has new partitions some moments before the broker that is asked. */
    private static final int LOOK_MS = 50;

    private final String bootstrapServers;
    private final Admin admin;

    /** @throws IllegalArgumentException if no client can be made of it */
    public BrokerTopics(KafkaClient kafka) {
        this.bootstrapServers = kafka.bootstrapServers();
        try {
            this.admin = Admin.create(kafka.with(Map.of(
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    PATIENCE_MS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    PATIENCE_MS)));
        } catch (KafkaException e) {
            throw kafka.refused(e);
        }
    }

    /** How many partitions each of these topics has; those that do not exist are absent. */
    public Map<String, Integer> partitions(Collection<String> names) {
        Set<String> there = asked(admin.listTopics().names());
        Collection<String> existing = names.stream().filter(there::contains).collect(Collectors.toSet());
        Map<String, Integer> partitions = new TreeMap<>();
        asked(admin.describeTopics(existing).allTopicNames())
                .forEach(
                        (name, topic) -> partitions.put(name, topic.partitions().size()));
        return partitions;
    }

    /** Returns once each of these topics has so many partitions; there must be fewer now. */
    public void enlarge(Collection<String> names, int partitions) {
        asked(admin.createPartitions(names.stream()
                        .collect(Collectors.toMap(name -> name, name -> NewPartitions.increaseTo(partitions))))
                .all());
        for (int waited = 0; partitions(names).values().stream().anyMatch(now -> now < partitions); waited++) {
            if (waited * LOOK_MS > PATIENCE_MS) {
                throw new Broker.UnavailableException(
                        bootstrapServers, new TimeoutException("the new partitions are not there yet"));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MS));
        }
    }

    private <T> T asked(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException || e.getCause() instanceof AuthenticationException) {
                throw new Broker.UnavailableException(bootstrapServers, e.getCause());
            }
            throw new IllegalStateException("Kafka refuses: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
