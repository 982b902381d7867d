package pl.paragon.analysis.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.runtime.files.ReceiptFileStore;

@QuarkusTest
@WithTestResource(RealBroker.class)
class AnalysisIT {

    @Inject
    ReceiptFileStore store;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    MeterRegistry meters;

    private final JobId job = JobId.random();

    @Test
    void shouldTurnATextIntoAReceipt() throws IOException {
        // when
        jobs().tell(job, ReceiptFixtures.fiscal());

        // then
        ReceiptAnalyzed analyzed = Json.readEvent(
                Topic.RECEIPT_ANALYZED,
                ReceiptAnalyzed.class,
                jobs().await(job, Topic.RECEIPT_ANALYZED.id()).value());
        assertThat(analyzed.analysis().totalAmount()).isEqualTo(Money.of("31.89"));
        assertThat(analyzed.analysis().verification().verdict()).isEqualTo(Verdict.PROVED);
        assertThat(analyzed.analysis().engine()).isEqualTo("grammar");
        assertThat(meters.find("paragon.analysis.model.circuit.open").gauge())
                .as("nothing of a model exists where none is asked")
                .isNull();
        assertThat(jobs().await(job, Topic.STEP_STARTED.id()).key()).isEqualTo(job.toString());
    }

    @Test
    void shouldGiveUpAtOnceWhatIsNoReceipt() throws IOException {
        // when
        jobs().tell(job, PrintedText.of("Uwaga na schodach", "Zakaz wprowadzania psów", "Pilot do telewizora"));

        // then
        StageFailed failed = Json.readEvent(
                Topic.STAGE_FAILED,
                StageFailed.class,
                jobs().await(job, Topic.STAGE_FAILED.id()).value());
        assertThat(failed.stage()).isEqualTo(Stage.ANALYSIS);
        assertThat(failed.error().code()).isEqualTo(ErrorCode.NOT_A_RECEIPT);
        assertThat(failed.attempts()).isEqualTo(1);
    }

    @Test
    void shouldBuryARecordThatCannotBeDecodedAndGoOn() throws IOException {
        // when
        jobs().send(job, "{\"kind\":".getBytes(StandardCharsets.UTF_8));
        jobs().tell(job, ReceiptFixtures.lidlPlus());

        // then
        assertThat(jobs().await(job, Topic.RECEIPT_TEXT_RECOGNIZED.deadLetterId())
                        .value())
                .isEqualTo("{\"kind\":".getBytes(StandardCharsets.UTF_8));
        assertThat(jobs().await(job, Topic.RECEIPT_ANALYZED.id()).key()).isEqualTo(job.toString());
    }

    private JobsOnKafka jobs() {
        return new JobsOnKafka(bootstrapServers, store);
    }
}
