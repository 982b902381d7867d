package pl.paragon.analysis.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.analysis.model.ModelFixtures;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.testsupport.broker.Broker;

/** The built worker with a model beside its grammar. */
abstract class AnalysisBesideAModel {

    @Inject
    ReceiptFileStore store;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void shouldDeliverWhatGrammarAndModelMakeOfAText() throws IOException {
        // given
        StoredTexts texts = new StoredTexts(store);
        JobId plain = JobId.random();
        JobId odd = JobId.random();

        try (Broker broker = new Broker(bootstrapServers)) {

            // when
            broker.publish(
                    texts.recognized(plain, ReceiptFixtures.fiscal()),
                    texts.recognized(odd, ModelFixtures.valuesAboveNames()));

            // then
            shouldBeByGrammar(
                    texts.analysis(broker.await(plain, ReceiptAnalyzed.class)).analysis());
            shouldBeByModel(
                    texts.analysis(broker.await(odd, ReceiptAnalyzed.class)).analysis());
        }
        assertThat(timed("paragon.analysis.model.call")).as("questions").isEqualTo(questions());
        assertThat(timed("langchain4j.aiservices.timed"))
                .as("calls of the AI service")
                .isEqualTo(questions());
        assertThat(timed("gen_ai.client.operation.duration"))
                .as("calls of the model")
                .isEqualTo(questions());
    }

    private static void shouldBeByGrammar(ReceiptAnalysis byGrammar) {
        assertThat(byGrammar.engine()).isEqualTo("grammar");
        assertThat(byGrammar.totalAmount()).isEqualTo(Money.of("31.89"));
    }

    private static void shouldBeByModel(ReceiptAnalysis byModel) {
        assertThat(byModel.engine()).isEqualTo("llm");
        assertThat(byModel.totalAmount()).isEqualTo(Money.of("16.09"));
        assertThat(byModel.verification().verdict()).isEqualTo(Verdict.PROVED);
    }

    private long timed(String metric) {
        return meters.find(metric).timers().stream().mapToLong(Timer::count).sum();
    }

    /** How often the model is to be asked about a receipt that the grammar proves and one that it does not. */
    abstract long questions();
}
