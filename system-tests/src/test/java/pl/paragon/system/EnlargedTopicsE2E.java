package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.event.Topic;
import pl.paragon.running.CommandResult;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.service.Metrics;
import pl.paragon.testsupport.DrawnReceipts;

/** The topics of the pools get more partitions while receipts come in and wait in the old ones. */
@ExtendWith(SharedParagon.class)
class EnlargedTopicsE2E {

    private static final int PARTITIONS = 24;
    private static final int WAITING = 12;
    private static final int IN_NEW_PARTITIONS = 5;

    private final RunningParagon paragon;
    private final ReceiptApi api;

    @TempDir
    private Path folder;

    EnlargedTopicsE2E(RunningParagon paragon) {
        this.paragon = paragon;
        this.api = new ReceiptApi(paragon.client());
    }

    @Test
    void shouldFinishEveryReceiptOnceWhilePartitionsAreAdded() {
        try (History history = History.fromNowOn(paragon);
                Admin admin = Admin.create(Map.of(
                        "bootstrap.servers", "127.0.0.1:" + paragon.ports().kafka()))) {
            // given
            Path receipt = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("paragon.png"));
            List<String> jobs = new ArrayList<>();
            Runnable refill = () -> {
                while (jobs.size() - history.jobs(Topic.JOB_ENDED) < WAITING) {
                    jobs.add(api.process(receipt));
                }
            };
            refill.run();

            // when
            CommandResult enlarged = paragon.command("topics", "enlarge", Integer.toString(PARTITIONS));
            await().atMost(SharedParagon.PATIENCE)
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        refill.run();
                        return inNewPartitions(admin, ReceiptSubmitted.class) >= IN_NEW_PARTITIONS
                                && inNewPartitions(admin, ReceiptTextRecognized.class) >= IN_NEW_PARTITIONS
                                && inNewPartitions(admin, ReceiptAnalyzed.class) >= IN_NEW_PARTITIONS;
                    });

            // then
            assertThat(enlarged.exitCode()).as(enlarged.output()).isZero();
            assertThat(jobs).allSatisfy(job -> assertThat(
                            api.awaitEnd(job).path("status").asText())
                    .isEqualTo("SUCCESS"));
            assertThat(history.events(JobEnded.class))
                    .extracting(ended -> ended.jobId().toString())
                    .containsExactlyInAnyOrderElementsOf(jobs);
            assertThat(history.events(StepStarted.class)).allMatch(step -> step.attempt() == 1);
            await("no backlog is left in any partition")
                    .atMost(SharedParagon.PATIENCE)
                    .until(() -> Metrics.of(paragon.url()).sum("paragon_stage_backlog") == 0);
        }
    }

    /** The records of one kind, of both lanes, in partitions that their topics were not created with. */
    private static long inNewPartitions(Admin admin, Class<? extends Event> kind) throws Exception {
        return admin
                .listOffsets(Topic.holding(kind).stream()
                        .flatMap(topic -> IntStream.range(topic.partitions(), PARTITIONS)
                                .mapToObj(partition -> new TopicPartition(topic.id(), partition)))
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .get()
                .values()
                .stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }
}
