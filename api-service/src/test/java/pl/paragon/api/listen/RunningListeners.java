package pl.paragon.api.listen;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import pl.paragon.api.Defaults;
import pl.paragon.api.Samples;
import pl.paragon.api.board.ChangedJobs;
import pl.paragon.api.feed.JobFeed;
import pl.paragon.api.identity.Access;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.Jobs;

/** The listeners of one gateway. */
public final class RunningListeners {

    private RunningListeners() {}

    /** @param jobs finds a job by its owner and id */
    public static Listeners on(
            JobFeed feed, ChangedJobs changed, BiFunction<Submitter, String, Jobs.Lookup> jobs, int most) {
        return on(feed, changed, jobs, submitter -> true, most);
    }

    static Listeners on(
            JobFeed feed,
            ChangedJobs changed,
            BiFunction<Submitter, String, Jobs.Lookup> jobs,
            Access access,
            int most) {
        return new Listeners(
                feed,
                changed,
                new JobStates(jobs, (job, file) -> Samples.document(), changed),
                access,
                Defaults.with(PushConfig.class, Map.of("paragon.push.most-listeners", String.valueOf(most))),
                Executors.newVirtualThreadPerTaskExecutor());
    }
}
