package pl.paragon.api.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;
import pl.paragon.api.Samples;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;

class LanesTest {

    private static final int FEW = 4;

    private Instant now = Samples.NOON;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Lanes lanes = new Lanes(() -> FEW, new SetClock(), meters);
    private final List<JobId> jobs = new ArrayList<>();

    @BeforeEach
    void bulk() {
        for (int i = 0; i < FEW; i++) {
            assertThat(upload("anna")).isEqualTo(Lane.INTERACTIVE);
        }
    }

    @Test
    void shouldSendWhatComesBesidesAFewDownTheBulkLane() {
        assertThat(upload("anna")).isEqualTo(Lane.BULK);
        assertThat(meters.get("paragon.lanes.jobs")
                        .tag("lane", "interactive")
                        .counter()
                        .count())
                .isEqualTo(FEW);
        assertThat(meters.get("paragon.lanes.jobs")
                        .tag("lane", "bulk")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void shouldTellHowLongTheOldestJobHasBeenUnderWay() {
        // given
        now = now.plusSeconds(90);
        upload("ben");
        assertThat(oldestAge()).isEqualTo(90);

        // when
        jobs.subList(0, FEW).forEach(lanes::over);
        now = now.plusSeconds(10);

        // then
        assertThat(oldestAge()).isEqualTo(10);
        lanes.over(jobs.getLast());
        assertThat(oldestAge()).isZero();
    }

    private double oldestAge() {
        return meters.get("paragon.jobs.oldest.age.seconds").gauge().value();
    }

    @Test
    void shouldNotHoldOnesBulkAgainstAnother() {
        // given
        upload("anna");

        // when, then
        assertThat(upload("ben")).isEqualTo(Lane.INTERACTIVE);
        assertThat(lanes.choose(JobId.random(), "another client", "anna")).isEqualTo(Lane.INTERACTIVE);
    }

    @Test
    void shouldTakePeopleWhoAreNotToldApartAsOne() {
        // when
        List<Lane> chosen = new ArrayList<>();
        for (int i = 0; i < FEW + 1; i++) {
            chosen.add(upload(null));
        }

        // then
        assertThat(chosen).endsWith(Lane.INTERACTIVE, Lane.BULK);
    }

    @Test
    void shouldGoBackToTheInteractiveLaneOnlyOnceTheBulkIsNearlyOver() {
        // given
        upload("anna");
        upload("anna");

        // when, then
        over(jobs.get(0));
        over(jobs.get(1));
        assertThat(upload("anna")).as("four are under way").isEqualTo(Lane.BULK);
        over(jobs.get(2));
        over(jobs.get(3));
        assertThat(upload("anna")).as("three are under way").isEqualTo(Lane.INTERACTIVE);
    }

    @Test
    void shouldCountAJobOnceHoweverOftenItIsHeardOf() {
        // when
        lanes.accepted(jobs.get(0), submission("anna"));
        over(jobs.get(0));
        over(jobs.get(0));

        // then
        assertThat(upload("anna")).isEqualTo(Lane.INTERACTIVE);
        assertThat(upload("anna")).isEqualTo(Lane.BULK);
    }

    @Test
    void shouldCountWhatOtherGatewaysAccepted() {
        // when
        for (int i = 0; i < FEW; i++) {
            lanes.accepted(JobId.random(), submission("ben"));
        }

        // then
        assertThat(upload("ben")).isEqualTo(Lane.BULK);
    }

    @Test
    void shouldNotBringBackAJobWhoseEndWasReadBeforeItsSubmission() {
        // given
        over(jobs.get(0));

        // when
        lanes.accepted(jobs.get(0), submission("anna"));

        // then
        assertThat(upload("anna")).isEqualTo(Lane.INTERACTIVE);
    }

    @Test
    void shouldNotBlameAUserForEverForAnEndThatItDidNotHear() {
        // when
        now = now.plus(Duration.ofDays(1));

        // then
        assertThat(upload("anna")).isEqualTo(Lane.INTERACTIVE);
    }

    @Test
    void shouldHaveThisDefault() {
        assertThat(Defaults.of(LaneConfig.class).interactiveJobs()).isEqualTo(4);
    }

    @Test
    void shouldKnowHowManyGoBeforeAJob() {
        // given: four that are interactive, two of a bulk
        upload("anna");
        upload("anna");

        // then
        assertThat(lanes.before(jobs.get(3))).hasValue(3);
        assertThat(lanes.before(jobs.get(5))).hasValue(4 + 1);

        // when
        lanes.over(jobs.get(0));
        lanes.over(jobs.get(4));

        // then
        assertThat(lanes.before(jobs.get(3))).hasValue(2);
        assertThat(lanes.before(jobs.get(5))).hasValue(3);
        assertThat(lanes.before(jobs.get(0))).isEmpty();
    }

    private Lane upload(String user) {
        JobId job = JobId.random();
        jobs.add(job);
        return lanes.choose(job, Submission.ANONYMOUS, user);
    }

    private void over(JobId job) {
        lanes.over(job);
    }

    private static Submission submission(String user) {
        Submission some = Samples.submission(JobId.random());
        return new Submission(some.filename(), some.file(), user, some.submitter(), some.submittedAt());
    }

    private final class SetClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
