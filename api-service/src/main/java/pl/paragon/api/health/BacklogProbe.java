package pl.paragon.api.health;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.ConsumerGroup;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.pause.StagePauses;
import pl.paragon.runtime.time.Repeating;

/** Reads the lag of each stage's consumer groups at a steady pace, so that no request has to wait for it. */
@ApplicationScoped
class BacklogProbe {

    private static final Logger LOG = Logger.getLogger(BacklogProbe.class);

    private final Map<String, Object> kafka;
    private final HealthConfig config;
    private final StagePauses pauses;
    private final Clock clock;
    private final Map<ConsumerGroup, Backlog> backlogs = new EnumMap<>(ConsumerGroup.class);
    private Repeating probing;
    private Admin admin;

    BacklogProbe(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            HealthConfig config,
            StagePauses pauses,
            Clock clock) {
        this.kafka = kafka;
        this.config = config;
        this.pauses = pauses;
        this.clock = clock;
        for (ConsumerGroup group : ConsumerGroup.values()) {
            backlogs.put(group, new Backlog(config.backlogPatience()));
        }
    }

    /**
     * Per stage, the records waiting in a queue that has not moved for too long; stages whose queues move are absent.
     *
     * @param crews the workers of each stage
     */
    Map<Stage, Long> stuck(Map<Stage, Workers.Crew> crews) {
        Instant now = clock.instant();
        Map<Stage, Long> stuck = new EnumMap<>(Stage.class);
        backlogs.forEach((group, backlog) -> {
            long waiting = backlog.stuck(crews.get(group.stage()).activeJobs(), now);
            if (waiting > 0) {
                stuck.merge(group.stage(), waiting, Long::sum);
            }
        });
        return stuck;
    }

    /** Per stage, the records that its workers have not finished, those in hand included. */
    Map<Stage, Long> waiting() {
        Map<Stage, Long> waiting = new EnumMap<>(Stage.class);
        backlogs.forEach((group, backlog) -> waiting.merge(group.stage(), backlog.lag(), Long::sum));
        return waiting;
    }

    /** As {@link #waiting()}; empty as long as not all queues of the stage have been looked at. */
    OptionalLong known(Stage stage) {
        List<OptionalLong> lags = backlogs.entrySet().stream()
                .filter(entry -> entry.getKey().stage() == stage)
                .map(entry -> entry.getValue().known())
                .toList();
        return lags.stream().allMatch(OptionalLong::isPresent)
                ? OptionalLong.of(
                        lags.stream().mapToLong(OptionalLong::getAsLong).sum())
                : OptionalLong.empty();
    }

    void start(@Observes StartupEvent startup) {
        probing = Repeating.start("backlog-probe", config.backlogProbeEvery(), this::probe);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        probing.close();
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private void probe() {
        try {
            if (admin == null) {
                admin = Admin.create(properties());
            }
            for (ConsumerGroup group : ConsumerGroup.values()) {
                probe(group);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            // That the broker is unavailable is reported by its own probe.
            LOG.debugf("The backlogs are unavailable: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void probe(ConsumerGroup group) throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group.id())
                .partitionsToOffsetAndMetadata()
                .get(config.brokerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        List<TopicPartition> partitions = partitions(group.topic());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> beginnings = offsets(partitions, OffsetSpec.earliest());
        long finished = 0;
        long lag = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            OffsetAndMetadata offset = committed.get(end.getKey());
            long reached = Math.max(offset == null ? 0 : offset.offset(), beginnings.get(end.getKey()));
            finished += reached;
            lag += Math.max(0, end.getValue() - reached);
        }
        backlogs.get(group).seen(finished, lag, pauses.of(group.stage()).isPresent(), clock.instant());
    }

    /** Asked for each time: an operator may have enlarged the topic. */
    private List<TopicPartition> partitions(Topic topic)
            throws ExecutionException, TimeoutException, InterruptedException {
        return admin
                .describeTopics(List.of(topic.id()))
                .topicNameValues()
                .get(topic.id())
                .get(config.brokerTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .partitions()
                .stream()
                .map(partition -> new TopicPartition(topic.id(), partition.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                admin.listOffsets(asked).all().get(config.brokerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private Map<String, Object> properties() {
        int timeout = (int) config.brokerTimeout().toMillis();
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
        return properties;
    }
}
