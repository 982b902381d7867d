package pl.paragon.persistence.arbiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.persistence.Fixtures;

class ArbiterTest {

    private static final JobId JOB = JobId.of("5b1d3a52-6f0e-4a53-9a1c-0b9a5a3d9c01");
    private static final JobEnded.Saved SAVED =
            new JobEnded.Saved(UUID.fromString("0195d5e0-0000-7000-8000-000000000001"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Arbiter arbiter = Arbiters.inMemory(meters);
    private final List<String> consequences = new ArrayList<>();

    @Test
    void shouldLetTheFirstProposalStand() {
        // when
        JobEnded end = arbiter.decide(JOB, SAVED, () -> consequences.add("saved"));

        // then
        assertThat(end).isEqualTo(new JobEnded(JOB, Fixtures.NOW, SAVED));
        assertThat(consequences).containsExactly("saved");
    }

    @Test
    void shouldTellTheEndThatStandsToWhoeverComesLater() {
        // given
        JobEnded first = arbiter.decide(JOB, new JobEnded.Cancelled());

        // when
        JobEnded later = arbiter.decide(JOB, SAVED, () -> consequences.add("saved"));

        // then
        assertThat(later).isEqualTo(first);
        assertThat(consequences).isEmpty();
    }

    @Test
    void shouldDecideNothingWhereTheConsequenceFails() {
        // given
        assertThatThrownBy(() -> arbiter.decide(JOB, SAVED, () -> {
                    throw new IllegalStateException("the receipt cannot be saved");
                }))
                .isInstanceOf(IllegalStateException.class);

        // when
        JobEnded end = arbiter.decide(JOB, new JobEnded.Cancelled());

        // then
        assertThat(end.outcome()).isEqualTo(new JobEnded.Cancelled());
    }

    @Test
    void shouldCountEachJobOnce() {
        // when
        arbiter.decide(JOB, SAVED);
        arbiter.decide(JOB, SAVED);
        arbiter.decide(JOB, new JobEnded.Cancelled());

        // then
        assertThat(ended("saved", "none", "none")).isEqualTo(1);
        assertThat(ended("cancelled", "none", "none")).isZero();
    }

    @Test
    void shouldCountWhatFailedByItsCauseAndWhoseFaultItIs() {
        // given: what never happened is shown as well
        assertThat(ended("failed", "FILE_MISSING", "ours")).isZero();

        // when
        arbiter.decide(JOB, new JobEnded.Failed(Stage.OCR, 3, JobError.of(ErrorCode.FILE_MISSING)));

        // then
        assertThat(ended("failed", "FILE_MISSING", "ours")).isEqualTo(1);
        assertThat(ended("failed", "NOT_A_RECEIPT", "document")).isZero();
    }

    private double ended(String outcome, String error, String fault) {
        return meters.get("paragon.job.outcomes")
                .tags("outcome", outcome, "error", error, "fault", fault)
                .counter()
                .count();
    }
}
