package pl.paragon.api.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.api.feed.TestFeed;
import pl.paragon.api.identity.Submitter;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;

class ListenersTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Submitter OWNER = Submitter.ANONYMOUS;
    private static final JobId ONE = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final JobId TWO = JobId.of("00000000-0000-4000-8000-000000000002");
    private static final Interest ALL = new Interest(new Interest.Which.All(), Optional.empty());

    private final TestFeed feed = new TestFeed(1);
    private final ChangingJobs board = new ChangingJobs();
    private final Listeners listeners = RunningListeners.on(feed, board, board::find, 2);
    private final RecordingListener listener = new RecordingListener();

    @Test
    void shouldTellWhatHappensFromTheAdmissionOnInTheOrderOfVersions() {
        // given
        board.add(10, Samples.submitted(ONE));
        Admission.Granted granted = admitted(ALL, OptionalLong.empty());
        board.add(11, Samples.submitted(TWO));

        // when
        listeners.open(granted, listener).orElseThrow();
        awaitVersions(11);
        board.add(12, Samples.step(ONE, Step.OCR));
        board.add(13, Samples.step(TWO, Step.OCR));
        feed.changed(OWNER);

        // then
        awaitVersions(11, 12, 13);
    }

    @Test
    void shouldTellEveryListenerButReadEachJobOnce() {
        // given
        RecordingListener other = new RecordingListener();
        listeners.open(admitted(ALL, OptionalLong.empty()), listener).orElseThrow();
        listeners.open(admitted(ALL, OptionalLong.empty()), other).orElseThrow();
        awaitHeartbeat(listener);
        awaitHeartbeat(other);

        // when
        board.add(11, Samples.submitted(ONE));
        feed.changed(OWNER);

        // then
        awaitVersions(11);
        await().atMost(LONGEST).until(() -> other.versions().equals(List.of(11L)));
        assertThat(board.found).containsExactly(ONE);
        assertThat(listeners.channels()).isEqualTo(1);
        assertThat(feed.open()).isEqualTo(1);
    }

    @Test
    void shouldSendWhatChangedSinceTheVersionThatAListenerHasSeen() {
        // given
        board.add(10, Samples.submitted(ONE));
        board.add(11, Samples.submitted(TWO));

        // when
        listeners.open(admitted(ALL, OptionalLong.of(10)), listener).orElseThrow();

        // then
        awaitVersions(11);
    }

    @Test
    void shouldWaitForAJobWhoseStateIsUnavailableRatherThanPassItOver() {
        // given
        listeners.open(admitted(ALL, OptionalLong.empty()), listener).orElseThrow();
        board.unavailable.add(ONE);
        board.add(11, Samples.submitted(ONE));
        board.add(12, Samples.submitted(TWO));
        feed.changed(OWNER);
        await().atMost(LONGEST).until(() -> board.found.contains(ONE));
        assertThat(listener.told).isEmpty();

        // when
        board.unavailable.clear();
        feed.changed(OWNER);

        // then
        awaitVersions(11, 12);
    }

    @Test
    void shouldTellAgainRatherThanMissWhatAStoreKnowsThatHasLostItsMemory() {
        // given
        board.add(1_000, Samples.submitted(ONE));
        listeners.open(admitted(ALL, OptionalLong.empty()), listener).orElseThrow();
        board.add(1_001, Samples.submitted(ONE));
        feed.changed(OWNER);
        awaitVersions(1_001);

        // when its clock is behind that of the one before
        board.versions.clear();
        board.add(5, Samples.submitted(ONE));
        feed.changed(OWNER);

        // then
        awaitVersions(1_001, 5);
        RecordingListener back = new RecordingListener();
        listeners.open(admitted(ALL, OptionalLong.of(1_001)), back).orElseThrow();
        await().atMost(LONGEST).until(() -> back.versions().equals(List.of(5L)));
    }

    @Test
    void shouldTellHowANamedJobStandsAndThenOfItAlone() {
        // given
        board.add(10, Samples.submitted(ONE));
        board.add(11, Samples.submitted(TWO));
        Interest two = new Interest(new Interest.Which.These(Set.of(TWO)), Optional.empty());

        // when
        listeners.open(admitted(two, OptionalLong.empty()), listener).orElseThrow();
        awaitVersions(11);
        board.add(12, Samples.step(ONE, Step.OCR));
        board.add(13, Samples.step(TWO, Step.OCR));
        feed.changed(OWNER);

        // then
        awaitVersions(11, 13);
        assertThat(board.found).doesNotContain(ONE);
    }

    @Test
    void shouldTellOnlyOfTheUserWhoIsAskedFor() {
        // given
        board.add(10, Samples.submitted(ONE));
        RecordingListener other = new RecordingListener();
        Interest ofUser = new Interest(new Interest.Which.All(), Optional.of("u1"));
        Interest ofAnother = new Interest(new Interest.Which.All(), Optional.of("u2"));

        // when
        listeners.open(admitted(ofAnother, OptionalLong.of(0)), other).orElseThrow();
        listeners.open(admitted(ofUser, OptionalLong.of(0)), listener).orElseThrow();

        // then
        awaitVersions(10);
        assertThat(other.told).isEmpty();
    }

    @Test
    void shouldEndWithTheJobAndSaySoToWhoeverComesBack() {
        // given
        board.add(10, Samples.submitted(ONE));
        Interest one = new Interest(new Interest.Which.UntilTheEndOf(ONE), Optional.empty());
        listeners.open(admitted(one, OptionalLong.empty()), listener).orElseThrow();
        awaitVersions(10);

        // when
        board.add(11, Samples.failed(ONE));
        feed.changed(OWNER);

        // then
        await().atMost(LONGEST).until(() -> listener.ended);
        awaitVersions(10, 11);
        assertThat(listeners.open()).isZero();
        assertThat(listeners.channels()).isZero();
        assertThat(feed.open()).isZero();
        assertThat(listeners.admit(OWNER, one, OptionalLong.of(11))).isInstanceOf(Admission.Over.class);
        assertThat(listeners.admit(OWNER, one, OptionalLong.of(10))).isInstanceOf(Admission.Granted.class);
        assertThat(listeners.admit(OWNER, one, OptionalLong.empty())).isInstanceOf(Admission.Granted.class);
    }

    @Test
    void shouldEndWithAJobThatIsDeleted() {
        // given
        board.add(10, Samples.submitted(ONE));
        Interest one = new Interest(new Interest.Which.UntilTheEndOf(ONE), Optional.empty());
        listeners.open(admitted(one, OptionalLong.empty()), listener).orElseThrow();
        awaitVersions(10);

        // when
        board.add(11, Samples.deleted(ONE));
        feed.changed(OWNER);

        // then
        await().atMost(LONGEST).until(() -> listener.ended);
        awaitVersions(10);
        assertThat(listeners.admit(OWNER, one, OptionalLong.empty())).isInstanceOf(Admission.Unknown.class);
    }

    @Test
    void shouldSayThatAJobsStateIsUnavailable() {
        board.unavailable.add(ONE);
        Interest one = new Interest(new Interest.Which.UntilTheEndOf(ONE), Optional.empty());

        assertThat(listeners.admit(OWNER, one, OptionalLong.empty()))
                .isEqualTo(new Admission.Unavailable("for this test"));
    }

    @Test
    void shouldHaveNoRoomForMoreListenersThanItMay() {
        // given
        Admission.Granted granted = admitted(ALL, OptionalLong.empty());
        listeners.open(granted, new RecordingListener()).orElseThrow();
        Subscription last = listeners.open(granted, new RecordingListener()).orElseThrow();

        // when, then
        assertThat(listeners.admit(OWNER, ALL, OptionalLong.empty())).isInstanceOf(Admission.Full.class);
        assertThat(listeners.open(granted, listener)).isEmpty();
        last.close();
        last.close();
        assertThat(listeners.open(granted, listener)).isPresent();
        assertThat(listeners.open()).isEqualTo(2);
    }

    @Test
    void shouldHaveNoRoomIfTheFeedHasNone() {
        listeners.open(admitted(ALL, OptionalLong.empty()), listener).orElseThrow();
        Admission.Granted another = new Admission.Granted(new Submitter("another"), ALL, 0);

        assertThat(listeners.open(another, listener)).isEmpty();
        assertThat(listeners.open()).isEqualTo(1);
    }

    @Test
    void shouldGoOnForTheOthersIfAListenerFails() {
        // given
        Listener broken = new Listener() {
            @Override
            public void changed(JobState state) {
                throw new IllegalStateException("a bug");
            }

            @Override
            public void heartbeat() {}

            @Override
            public void ended() {}
        };
        listeners.open(admitted(ALL, OptionalLong.empty()), broken).orElseThrow();
        listeners.open(admitted(ALL, OptionalLong.empty()), listener).orElseThrow();

        // when
        board.add(11, Samples.submitted(ONE));
        feed.changed(OWNER);

        // then
        awaitVersions(11);
        await().atMost(LONGEST).until(() -> listeners.open() == 1);
        awaitHeartbeat(listener);
    }

    @Test
    void shouldTellNothingMoreToAMemberWhoHasLeft() {
        // given
        Submitter anna = new Submitter("household:home", "anna");
        Submitter jan = new Submitter("household:home", "jan");
        Set<Submitter> left = ConcurrentHashMap.newKeySet();
        TestFeed roomy = new TestFeed(2);
        Listeners members = RunningListeners.on(roomy, board, board::find, submitter -> !left.contains(submitter), 2);
        RecordingListener ofJan = new RecordingListener();
        members.open(new Admission.Granted(anna, ALL, 0), listener).orElseThrow();
        members.open(new Admission.Granted(jan, ALL, 0), ofJan).orElseThrow();
        board.add(11, Samples.submitted(ONE));
        roomy.changed(anna);
        awaitVersions(11);
        await().atMost(LONGEST).until(() -> ofJan.versions().equals(List.of(11L)));

        // when
        left.add(jan);
        members.heartbeat();
        await().atMost(LONGEST).until(() -> ofJan.ended);
        board.add(12, Samples.submitted(TWO));
        roomy.changed(anna);

        // then
        awaitVersions(11, 12);
        assertThat(ofJan.versions()).containsExactly(11L);
        assertThat(listener.ended).isFalse();
        assertThat(members.open()).isEqualTo(1);
        assertThat(members.channels()).isEqualTo(1);
    }

    private Admission.Granted admitted(Interest interest, OptionalLong since) {
        return (Admission.Granted) listeners.admit(OWNER, interest, since);
    }

    /** It is among those who are told from now on. */
    private void awaitHeartbeat(RecordingListener joined) {
        await().atMost(LONGEST).until(() -> {
            listeners.heartbeat();
            return joined.heartbeats > 0;
        });
    }

    private void awaitVersions(long... versions) {
        List<Long> expected = java.util.Arrays.stream(versions).boxed().toList();
        await().atMost(LONGEST).until(() -> listener.versions().size() >= expected.size());
        assertThat(listener.versions()).isEqualTo(expected);
    }
}
