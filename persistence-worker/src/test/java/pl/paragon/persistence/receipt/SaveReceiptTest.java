package pl.paragon.persistence.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.persistence.Fixtures;
import pl.paragon.persistence.arbiter.Arbiter;
import pl.paragon.persistence.arbiter.Arbiters;
import pl.paragon.testsupport.RecordedContext;

class SaveReceiptTest {

    private static final JobId JOB = JobId.of("5b1d3a52-6f0e-4a53-9a1c-0b9a5a3d9c01");

    private final Arbiter arbiter = Arbiters.inMemory(new SimpleMeterRegistry());
    private final List<Receipt> saved = new ArrayList<>();
    private final RecordedContext context = new RecordedContext(JOB);
    private final SaveReceipt saveReceipt =
            new SaveReceipt(arbiter, saved::add, Clock.fixed(Fixtures.NOW, ZoneOffset.UTC), new Random(42));

    @Test
    void shouldSaveTheReceiptAndTellIt() {
        // when
        JobEvent end = saveReceipt.handle(Fixtures.analyzed(JOB), context);

        // then
        assertThat(saved).singleElement().satisfies(receipt -> {
            assertThat(receipt.jobId()).isEqualTo(JOB.value());
            assertThat(receipt.print().total()).isEqualTo(Money.of("17.48"));
            assertThat(receipt.lines()).hasSize(2);
            assertThat(end).isEqualTo(new JobEnded(JOB, Fixtures.NOW, new JobEnded.Saved(receipt.id())));
        });
        assertThat(context.steps()).containsExactly(Step.SAVING, Step.FINALIZATION);
    }

    @Test
    void shouldSaveOnceAndTellTheSameEndWhereItComesAgain() {
        // when
        JobEvent first = saveReceipt.handle(Fixtures.analyzed(JOB), context);
        JobEvent again = saveReceipt.handle(Fixtures.analyzed(JOB), context);

        // then
        assertThat(again).isEqualTo(first);
        assertThat(saved).hasSize(1);
    }

    @Test
    void shouldSaveNothingWhereTheJobWasCancelledBefore() {
        // given
        JobEnded cancelled = arbiter.decide(JOB, new JobEnded.Cancelled());

        // when
        JobEvent end = saveReceipt.handle(Fixtures.analyzed(JOB), context);

        // then
        assertThat(end).isEqualTo(cancelled);
        assertThat(saved).isEmpty();
        assertThat(context.steps()).containsExactly(Step.SAVING);
    }
}
