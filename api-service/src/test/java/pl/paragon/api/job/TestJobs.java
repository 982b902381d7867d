package pl.paragon.api.job;

import java.time.Clock;
import pl.paragon.api.board.JobBoard;
import pl.paragon.api.feed.JobFeed;
import pl.paragon.api.result.SavedJobs;
import pl.paragon.runtime.publish.EventPublisher;

/** Jobs put together by a test of another feature. */
public final class TestJobs {

    private TestJobs() {}

    public static Jobs of(JobBoard board, JobFeed feed, SavedJobs saved, EventPublisher publisher, Clock clock) {
        return new Jobs(board, feed, saved, publisher, clock);
    }
}
