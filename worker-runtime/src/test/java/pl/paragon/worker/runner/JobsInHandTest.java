package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.JobId;

class JobsInHandTest {

    private final JobId job = JobId.random();
    private final JobsInHand jobs = new JobsInHand();

    @Test
    void shouldTakeUpAJobOnceAtATime() {
        assertThat(jobs.begin(job)).isTrue();
        assertThat(jobs.begin(job)).isFalse();
        jobs.end(job);
        assertThat(jobs.begin(job)).isTrue();
    }

    @Test
    void shouldWaitForTheLastJobAndNoLonger() throws Exception {
        // given
        JobId another = JobId.random();
        jobs.begin(job);
        jobs.begin(another);
        Thread waiting = Thread.ofVirtual().start(this::awaitNone);
        awaitWaiting(waiting);

        // when
        jobs.end(job);
        awaitWaiting(waiting);
        assertThat(waiting.isAlive()).isTrue();
        jobs.end(another);

        // then it returns
        waiting.join();
    }

    @Test
    void shouldNotWaitBeyondItsPatience() throws Exception {
        // given
        jobs.begin(job);

        // when, then it returns
        jobs.awaitNone(Duration.ofMillis(1));
        assertThat(jobs.count()).isOne();
    }

    private void awaitNone() {
        try {
            jobs.awaitNone(Duration.ofDays(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitWaiting(Thread thread) {
        await().atMost(Submissions.PATIENCE).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    }
}
