package pl.paragon.api.listen;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import pl.paragon.api.board.ChangedJobs;
import pl.paragon.api.board.StatusUnavailableException;
import pl.paragon.api.feed.JobFeed;
import pl.paragon.api.identity.Access;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.Jobs;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.metrics.Metric;
import pl.paragon.runtime.time.Repeating;

/** Everybody who follows jobs through this gateway. */
@ApplicationScoped
public class Listeners {

    /** Before any version: how a job stands is told in any case. */
    private static final long BEFORE_ALL = -1;

    private final JobFeed feed;
    private final ChangedJobs changed;
    private final JobStates states;
    private final Access access;
    private final PushConfig config;
    private final ExecutorService looks;
    private final Map<Submitter, OwnerChannel> channels = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private Repeating beating;

    Listeners(
            JobFeed feed,
            ChangedJobs changed,
            JobStates states,
            Access access,
            PushConfig config,
            @VirtualThreads ExecutorService looks) {
        this.feed = feed;
        this.changed = changed;
        this.states = states;
        this.access = access;
        this.config = config;
        this.looks = looks;
    }

    void start(@Observes StartupEvent startup, MeterRegistry meters) {
        Metric.PUSH_LISTENERS.gauge(meters, open::get);
        beating = Repeating.start("push-heartbeat", config.heartbeat(), this::heartbeat);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        beating.close();
        channels.values().forEach(OwnerChannel::end);
    }

    /**
     * Decides whether somebody may listen, and from where on. Blocks. A listener that is {@link #open opened} later
     * misses nothing that happens after this returns.
     *
     * @param since the last version that it has seen; without it, it hears of what happens from now on
     */
    public Admission admit(Submitter owner, Interest interest, OptionalLong since) {
        if (open.get() >= config.mostListeners()) {
            return new Admission.Full();
        }
        try {
            return switch (interest.which()) {
                case Interest.Which.All() ->
                    new Admission.Granted(owner, interest, since.orElseGet(() -> changed.latest(owner)));
                case Interest.Which.These(var jobs) -> new Admission.Granted(owner, interest, since.orElse(BEFORE_ALL));
                case Interest.Which.UntilTheEndOf(var job) -> admitToOne(owner, interest, job, since);
            };
        } catch (StatusUnavailableException e) {
            return new Admission.Unavailable(e.reason());
        }
    }

    private Admission admitToOne(Submitter owner, Interest interest, JobId job, OptionalLong since) {
        Admission.Granted granted = new Admission.Granted(owner, interest, since.orElse(BEFORE_ALL));
        JobStates.Standing standing = states.standings(owner, interest.named()).getFirst();
        return switch (standing.lookup()) {
            case Jobs.Lookup.Found(var found) ->
                found.status().ended() && standing.version() <= granted.since() ? new Admission.Over() : granted;
            case Jobs.Lookup.Unknown() -> new Admission.Unknown();
            case Jobs.Lookup.Unavailable(var why) -> new Admission.Unavailable(why);
        };
    }

    /** Empty if there is no room any more. The listener may be called before this returns. */
    public Optional<Subscription> open(Admission.Granted granted, Listener listener) {
        if (open.incrementAndGet() > config.mostListeners()) {
            open.decrementAndGet();
            return Optional.empty();
        }
        Subscription subscription = new Subscription(granted, listener, this::left);
        OwnerChannel joined = channels.compute(granted.owner(), (owner, known) -> {
            OwnerChannel channel = known == null ? openChannel(owner) : known;
            if (channel != null) {
                channel.join(subscription);
            }
            return channel;
        });
        if (joined == null) {
            open.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(subscription);
    }

    int open() {
        return open.get();
    }

    int channels() {
        return channels.size();
    }

    void heartbeat() {
        channels.forEach((owner, channel) -> {
            channel.heartbeat();
            // A household's: its member may have left. Each member has a channel of their own.
            if (!owner.name().equals(owner.caller())) {
                looks.execute(() -> endUnlessAllowed(owner, channel));
            }
        });
    }

    private void endUnlessAllowed(Submitter owner, OwnerChannel channel) {
        if (!access.stillHolds(owner)) {
            channel.end();
        }
    }

    private OwnerChannel openChannel(Submitter owner) {
        OwnerChannel channel = new OwnerChannel(owner, changed, states, looks);
        return channel.open(feed) ? channel : null;
    }

    /** The last to leave ends its owner's channel. */
    private void left(Subscription subscription) {
        open.decrementAndGet();
        channels.computeIfPresent(subscription.granted().owner(), (owner, channel) -> {
            if (channel.leave(subscription)) {
                channel.close();
                return null;
            }
            return channel;
        });
    }
}
