package pl.paragon.chaos.mischief;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import pl.paragon.chaos.server.AwayException;
import pl.paragon.chaos.server.Records;
import pl.paragon.chaos.server.RedisDoor;
import pl.paragon.running.Replica;
import pl.paragon.running.RunningParagon;
import pl.paragon.servers.process.Signal;

/**
 * Does what the schedule says. Nothing waits for what came before, so faults overlap; what cannot be done because its
 * victim is down already, or must not because enough services are being started, is passed over.
 */
public final class Troublemaker {

    private final RunningParagon paragon;
    private final Fleet fleet;
    private final RedisDoor redis;
    private final Records records;
    private final Consumer<String> diary;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Thread> atWork = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

    /** @param diary receives what is done, for people */
    public Troublemaker(
            RunningParagon paragon,
            Fleet fleet,
            RedisDoor redis,
            Records records,
            Consumer<String> diary,
            Clock clock) {
        this.paragon = paragon;
        this.fleet = fleet;
        this.redis = redis;
        this.records = records;
        this.diary = diary;
        this.clock = clock;
    }

    /** Returns when the last moment has come, and everything that was ended or filled is being put right. */
    public void run(Schedule schedule) throws InterruptedException {
        Instant begin = clock.instant();
        for (Schedule.Moment moment : schedule.moments()) {
            pause(Duration.between(clock.instant(), begin.plus(moment.at())));
            diary.accept(moment.mischief().toString());
            // Platform threads: a Kafka client would hold a virtual one's carrier while it waits.
            atWork.add(Thread.ofPlatform().daemon().start(() -> commit(moment.mischief())));
        }
    }

    /** Waits for replacements and leaves Redis with room. */
    public void putRight() throws InterruptedException {
        for (Thread thread : atWork) {
            thread.join();
        }
        while (true) {
            try {
                redis.makeRoom();
                return;
            } catch (AwayException e) {
                pause(Duration.ofSeconds(1));
            }
        }
    }

    /** What was really done, by the names of the kinds. */
    public List<String> done() {
        return List.copyOf(done);
    }

    private void commit(Mischief mischief) {
        try {
            if (startsAService(mischief) && fleet.hasEnoughToStart()) {
                diary.accept("passed over, since enough services are being started: " + mischief);
            } else if (happens(mischief)) {
                done.add(mischief.getClass().getSimpleName());
            } else {
                diary.accept("passed over, since there is nothing to do it to: " + mischief);
            }
        } catch (AwayException e) {
            diary.accept("passed over: " + mischief + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean startsAService(Mischief mischief) {
        return switch (mischief) {
            case Mischief.EndService end -> true;
            case Mischief.AddService add -> true;
            case Mischief.EndServer server -> false;
            case Mischief.EmptyRedis empty -> false;
            case Mischief.FillRedis fill -> false;
            case Mischief.RepeatRecords repeat -> false;
        };
    }

    private boolean happens(Mischief mischief) throws InterruptedException {
        return switch (mischief) {
            case Mischief.EndService(var service, var signal, var replica)
            when replica -> {
                Optional<Replica> victim = fleet.claim(service);
                if (victim.isPresent()) {
                    fleet.end(victim.get(), signal);
                    fleet.add(service);
                }
                yield victim.isPresent();
            }
            case Mischief.EndService(var service, var signal, var replica) -> fleet.endOwn(service, signal);
            case Mischief.AddService(var service, var stay) -> {
                Optional<Replica> guest = fleet.add(service);
                pause(stay);
                guest.filter(fleet::claim).ifPresent(leaving -> fleet.end(leaving, Signal.TERM));
                yield guest.isPresent();
            }
            case Mischief.EndServer(var server, var signal) -> {
                Optional<ProcessHandle> process = paragon.process(server.part());
                process.ifPresent(signal::send);
                yield process.isPresent();
            }
            case Mischief.EmptyRedis() -> {
                redis.empty();
                yield true;
            }
            case Mischief.FillRedis(var time) -> {
                redis.fill();
                pause(time);
                redis.makeRoom();
                yield true;
            }
            case Mischief.RepeatRecords(var topics, var most, var seed) ->
                records.repeat(topics, most, new Random(seed)) > 0;
        };
    }

    private static void pause(Duration time) throws InterruptedException {
        if (time.isPositive()) {
            Thread.sleep(time);
        }
    }
}
