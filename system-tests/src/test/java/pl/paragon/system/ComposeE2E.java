package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.running.client.ReceiptClient;
import pl.paragon.testsupport.DrawnReceipts;

/**
 * The compose file and its images, as an operator runs them: up, a receipt, more workers under load, a worker that
 * crashes, servers and services that are restarted, down.
 */
@EnabledIfEnvironmentVariable(
        named = "PARAGON_TEST_SERVERS",
        matches = "containers",
        disabledReason = "builds and runs all images, so only where containers are asked for")
class ComposeE2E {

    private static final int RECEIPTS = 24;
    private static final int READ_BEFORE_WORKERS_JOIN = 3;
    private static final int READ_BEFORE_ONE_CRASHES = 15;
    private static final int READ_BEFORE_RESTARTS = 25;

    private static final String READ = "select count(*) from job_outcome";

    @TempDir
    private Path folder;

    @Test
    void shouldReadEachReceiptOnceWhateverIsScaledKilledAndRestarted() {
        try (ComposeProject project = new ComposeProject(Map.of())) {
            // given: all containers healthy
            project.compose("build");
            project.compose("up", "--detach", "--wait");
            ReceiptApi api = new ReceiptApi(new ReceiptClient(project.gateway(), Optional.empty()));
            Path receipt = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("paragon.png"));
            assertRead(api.awaitEnd(api.process(receipt)));

            // when: workers join under load
            List<String> jobs = upload(api, receipt, RECEIPTS);
            awaitRead(project, READ_BEFORE_WORKERS_JOIN);
            project.compose("up", "--detach", "--wait", "--no-recreate", "--scale", "ocr-worker=3");
            List<String> readers = project.containers("ocr-worker");
            assertThat(readers).hasSize(3);

            // and get more partitions to share, which not everybody who publishes and reads knows at once
            assertThat(project.compose("exec", "-T", "persistence-worker", "paragon", "topics", "enlarge", "24"))
                    .contains("receipt-submitted: 24 partitions, 12 before");
            jobs.addAll(upload(api, receipt, RECEIPTS));

            // and one of those that were there crashes with work in hand
            awaitRead(project, READ_BEFORE_ONE_CRASHES);
            project.kill(readers.getFirst());

            // and everything else is restarted
            awaitRead(project, READ_BEFORE_RESTARTS);
            project.compose("restart", "kafka", "redis", "postgres");
            project.compose("restart", "api-service", "analysis-worker", "persistence-worker");

            // then
            assertThat(jobs).allSatisfy(job -> assertRead(api.awaitEnd(job)));
            assertThat(project.query("select count(*), count(distinct job_id) from receipt"))
                    .as("receipts, and jobs that saved one")
                    .containsExactly("%1$d|%1$d".formatted(1 + jobs.size()));
            assertThat(project.query("select outcome, count(*) from job_outcome group by outcome"))
                    .hasSize(1);
            assertThat(project.compose("exec", "-T", "persistence-worker", "paragon", "dead-letters", "list"))
                    .isEqualTo("There are no dead letters.\n");
        }
    }

    @Test
    void shouldLogInToAKafkaThatDemandsAPasswordOverTls(@TempDir Path settings) throws Exception {
        // given
        try (ComposeProject project =
                new ComposeProject(DemandingKafka.in(settings).settings())) {
            project.compose("build");
            project.compose("up", "--detach", "--wait");
            ReceiptApi api = new ReceiptApi(new ReceiptClient(project.gateway(), Optional.empty()));
            Path receipt = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("paragon.png"));

            // when, then
            assertRead(api.awaitEnd(api.process(receipt)));
            assertThat(project.compose("exec", "-T", "persistence-worker", "paragon", "workers"))
                    .contains("ocr")
                    .contains("analysis")
                    .contains("persistence");
        }
    }

    private static List<String> upload(ReceiptApi api, Path receipt, int times) {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            jobs.add(api.process(receipt, "user-" + i)); // the limit of uploads is each user's
        }
        return jobs;
    }

    private static void awaitRead(ComposeProject project, int receipts) {
        await().atMost(SharedParagon.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Integer.parseInt(project.query(READ).getFirst()) >= receipts);
    }

    private static void assertRead(JsonNode status) {
        assertThat(status.path("status").asText()).as(status.toString()).isEqualTo("SUCCESS");
        assertThat(status.at("/result/analysis/total_amount").decimalValue())
                .as(status.toString())
                .isEqualByComparingTo("26.77");
    }
}
