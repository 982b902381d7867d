package pl.paragon.analysis.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

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
    private Broker broker;

    @BeforeEach
    void connect() {
        broker = new Broker(bootstrapServers);
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void shouldTurnATextIntoAReceipt() throws IOException {
        // when
        broker.publish(new StoredTexts(store).recognized(job, ReceiptFixtures.fiscal()));

        // then
        ReceiptAnalysis analysis = new StoredTexts(store)
                .analysis(broker.await(job, ReceiptAnalyzed.class))
                .analysis();
        assertThat(analysis.totalAmount()).isEqualTo(Money.of("31.89"));
        assertThat(analysis.verification().verdict()).isEqualTo(Verdict.PROVED);
        assertThat(analysis.engine()).isEqualTo("grammar");
        assertThat(meters.find("paragon.analysis.model.circuit.open").gauge())
                .as("nothing of a model exists where none is asked")
                .isNull();
        assertThat(broker.await(job, StepStarted.class).step().stage()).isEqualTo(Stage.ANALYSIS);
    }

    @Test
    void shouldGiveUpAtOnceWhatIsNoReceipt() throws IOException {
        // when
        broker.publish(new StoredTexts(store)
                .recognized(
                        job, PrintedText.of("Uwaga na schodach", "Zakaz wprowadzania psów", "Pilot do telewizora")));

        // then
        StageFailed failed = broker.await(job, StageFailed.class);
        assertThat(failed.stage()).isEqualTo(Stage.ANALYSIS);
        assertThat(failed.error().code()).isEqualTo(ErrorCode.NOT_A_RECEIPT);
        assertThat(failed.attempts()).isEqualTo(1);
    }

    @Test
    void shouldBuryARecordThatCannotBeDecodedAndGoOn() throws IOException {
        // when
        broker.send(Topic.RECEIPT_TEXT_RECOGNIZED.id(), job.toString(), "{\"kind\":".getBytes(StandardCharsets.UTF_8));
        broker.publish(new StoredTexts(store).recognized(job, ReceiptFixtures.lidlPlus()));

        // then
        assertThat(broker.awaitDeadLetter(Topic.RECEIPT_TEXT_RECOGNIZED, job.toString())
                        .value())
                .isEqualTo("{\"kind\":".getBytes(StandardCharsets.UTF_8));
        assertThat(broker.await(job, ReceiptAnalyzed.class).jobId()).isEqualTo(job);
    }
}
