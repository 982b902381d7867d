package pl.paragon.api.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;

class JobStatusTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final Fact.Submitted SUBMITTED = Fact.Submitted.of(Samples.submission(JOB));
    private static final Fact RESULT = Fact.of(Samples.analyzed(JOB)).orElseThrow();

    @Property
    void shouldNotDependOnTheOrderOfFactsNorOnDuplicates(@ForAll("lives") List<Fact> life, @ForAll Random random) {
        // given the same facts, each told once or more, in another order
        List<Fact> retold = new ArrayList<>(life);
        life.stream().filter(fact -> random.nextBoolean()).forEach(retold::add);
        Collections.shuffle(retold, random);

        // when, then
        assertThat(JobStatus.fold(retold)).isEqualTo(JobStatus.fold(life));
    }

    @Property
    void shouldNotDependOnRedeliveriesOfTheProjection(@ForAll("lives") List<Fact> life, @ForAll int from) {
        // given a projector that was set back somewhere and told the rest again
        List<Fact> projected = new ArrayList<>(life);
        projected.addAll(life.subList(Math.floorMod(from, life.size()), life.size()));

        // when the store keeps the first of each name
        Map<String, Fact> stored = new LinkedHashMap<>();
        projected.forEach(fact -> stored.putIfAbsent(fact.name(), fact));

        // then
        assertThat(JobStatus.fold(stored.values())).isEqualTo(JobStatus.fold(life));
    }

    @Property
    void shouldNotDependOnFactsThatAFinishedJobForgets(@ForAll("lives") List<Fact> life, @ForAll Random random) {
        // given a store that forgets after each fact, told the facts in another order and some of them twice
        List<Fact> retold = new ArrayList<>(life);
        life.stream().filter(fact -> random.nextBoolean()).forEach(retold::add);
        Collections.shuffle(retold, random);
        Map<String, Fact> first = new LinkedHashMap<>();
        Map<String, Fact> stored = new LinkedHashMap<>();

        for (Fact fact : retold) {
            // when
            first.putIfAbsent(fact.name(), fact);
            stored.putIfAbsent(fact.name(), fact);
            stored.values().retainAll(Fact.lasting(List.copyOf(stored.values())));

            // then
            assertThat(JobStatus.fold(stored.values())).isEqualTo(JobStatus.fold(first.values()));
        }
        assertThat(stored.values())
                .as("what a finished job is made of")
                .hasSizeLessThanOrEqualTo(JobStatus.fold(life).ended() ? 3 : stored.size());
    }

    @Property
    void shouldNeverGoBack(@ForAll("lives") List<Fact> life, @ForAll Random random) {
        // given
        List<Fact> shuffled = new ArrayList<>(life);
        Collections.shuffle(shuffled, random);
        List<Fact> known = new ArrayList<>(List.of(SUBMITTED));

        // when fact after fact becomes known, in any order
        JobStatus before = JobStatus.fold(known);
        for (Fact fact : shuffled) {
            known.add(fact);
            JobStatus now = JobStatus.fold(known);

            // then
            assertThat(rank(now)).isGreaterThanOrEqualTo(rank(before));
            if (before.ended()) {
                assertThat(now).isEqualTo(before);
            }
            before = now;
        }
    }

    @Property
    void shouldEndExactlyWhenTheArbiterSaysSo(@ForAll("lives") List<Fact> life) {
        boolean ended = life.stream().anyMatch(Fact.Ended.class::isInstance);
        boolean saved = life.stream().anyMatch(fact -> fact instanceof Fact.Ended(JobEnded.Saved outcome, Instant at));
        boolean result = life.stream().anyMatch(Fact.ResultReady.class::isInstance);

        assertThat(JobStatus.fold(life).ended()).isEqualTo(ended && (!saved || result));
    }

    @Test
    void shouldBePendingUntilAWorkerBegins() {
        assertThat(JobStatus.fold(List.of(SUBMITTED))).isEqualTo(new JobStatus.Pending());
    }

    @Test
    void shouldBeStartedWhereTheStepsWereLost() {
        assertThat(JobStatus.fold(List.of(SUBMITTED, RESULT))).isInstanceOf(JobStatus.Started.class);
    }

    @Test
    void shouldRetryUntilTheNextAttemptBegins() {
        // given
        Fact first = step(Step.OCR, 1);
        Fact retry = Fact.of(Samples.retry(JOB)).orElseThrow();
        Fact second = step(Step.INITIALIZING, 2);

        // when, then
        assertThat(JobStatus.fold(List.of(SUBMITTED, first, retry))).isInstanceOf(JobStatus.Retrying.class);
        assertThat(JobStatus.fold(List.of(second, retry, first, SUBMITTED)))
                .isEqualTo(new JobStatus.Progress(Step.INITIALIZING, 2, second.at()));
    }

    @Test
    void shouldShowTheLastStepUntilTheResultOfASavedJobArrives() {
        // given
        Fact saved = Fact.of(Samples.saved(JOB)).orElseThrow();

        // when, then
        assertThat(JobStatus.fold(List.of(SUBMITTED, saved)))
                .isEqualTo(new JobStatus.Progress(Step.FINALIZATION, 1, saved.at()));
        assertThat(JobStatus.fold(List.of(SUBMITTED, saved, RESULT))).isInstanceOf(JobStatus.Succeeded.class);
    }

    @Test
    void shouldNotEndByTheWishToCancel() {
        Fact cancel = Fact.of(Samples.cancel(JOB)).orElseThrow();

        assertThat(JobStatus.fold(List.of(SUBMITTED, cancel))).isEqualTo(new JobStatus.Pending());
    }

    @Provide
    Arbitrary<List<Fact>> lives() {
        Arbitrary<Fact> step =
                Combinators.combine(Arbitraries.of(Step.class), attempts()).as(JobStatusTest::step);
        Arbitrary<Fact> retry =
                Combinators.combine(Arbitraries.of(Stage.class), attempts()).as(JobStatusTest::retry);
        Arbitrary<List<Fact>> progress =
                Arbitraries.oneOf(step, step, retry).list().ofMinSize(1).ofMaxSize(14);
        Arbitrary<List<Fact>> end = Arbitraries.of(
                List.of(),
                List.of(RESULT),
                List.of(new Fact.Ended(
                        new JobEnded.Saved(UUID.fromString("00000000-0000-4000-8000-0000000000aa")), at(99))),
                List.of(RESULT, new Fact.Ended(new JobEnded.Saved(Samples.RECEIPT), at(99))),
                List.of(new Fact.CancelAsked(at(50)), new Fact.Ended(new JobEnded.Cancelled(), at(99))),
                List.of(new Fact.Ended(new JobEnded.Failed(Stage.OCR, 4, JobError.of(ErrorCode.OCR_TIMEOUT)), at(99))));
        return Combinators.combine(progress, end).as((facts, last) -> {
            List<Fact> life = new ArrayList<>(List.of(SUBMITTED));
            life.addAll(facts);
            life.addAll(last);
            return life;
        });
    }

    private static Arbitrary<Integer> attempts() {
        return Arbitraries.integers().between(1, 4);
    }

    private static Fact step(Step step, int attempt) {
        return new Fact.StepBegan(step, attempt, at(step.ordinal() + 10 * attempt));
    }

    private static Fact retry(Stage stage, int attempt) {
        Instant failed = at(9 + 10 * attempt);
        return new Fact.RetryPlanned(
                stage, attempt, 4, failed.plusSeconds(60), JobError.of(ErrorCode.OCR_TIMEOUT), failed);
    }

    private static Instant at(int second) {
        return Samples.NOON.plusSeconds(second);
    }

    /** How far a status is: later is higher. */
    private static long rank(JobStatus status) {
        return switch (status) {
            case JobStatus.Pending p -> 0;
            case JobStatus.Started s -> 1;
            case JobStatus.Progress(var step, var attempt, var since) -> rank(Position.of(step, attempt));
            case JobStatus.Retrying(var plan) -> rank(plan.position());
            case JobStatus.Succeeded s -> Long.MAX_VALUE;
            case JobStatus.Failed f -> Long.MAX_VALUE;
            case JobStatus.Revoked r -> Long.MAX_VALUE;
        };
    }

    private static long rank(Position position) {
        return 10_000L * (1 + position.stage().ordinal()) + 100L * position.attempt() + Math.min(position.phase(), 99);
    }
}
