package pl.paragon.chaos.mischief;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.paragon.contracts.event.Topic;
import pl.paragon.running.service.Service;
import pl.paragon.servers.process.Signal;

/**
 * What happens when. Every kind of mischief is a card; the deck is shuffled, dealt at uneven intervals, and shuffled
 * anew, so that a long run sees everything several times and a short one still sees most of it. The same seed, time and
 * number of replicas give the same schedule.
 */
public record Schedule(List<Moment> moments) {

    private static final Duration FIRST = Duration.ofSeconds(3);
    private static final Duration SHORTEST_GAP = Duration.ofSeconds(4);
    private static final Duration LONGEST_GAP = Duration.ofSeconds(12);
    private static final int MOST_REPEATED = 60;
    private static final Set<Topic> OF_JOBS = Topic.ofJobs();

    /** @param at counted from the begin of the load */
    public record Moment(Duration at, Mischief mischief) {}

    public Schedule {
        moments = List.copyOf(moments);
    }

    /** @param replicas of each service; with one there are only the stack's own to end */
    public static Schedule draw(long seed, Duration time, int replicas) {
        Random random = new Random(seed);
        List<Moment> moments = new ArrayList<>();
        List<Mischief> deck = new ArrayList<>();
        Duration at = FIRST;
        while (at.compareTo(time) < 0) {
            if (deck.isEmpty()) {
                deck.addAll(deck(random, replicas));
                Collections.shuffle(deck, random);
            }
            moments.add(new Moment(at, deck.removeLast()));
            at = at.plus(between(random, SHORTEST_GAP, LONGEST_GAP));
        }
        return new Schedule(moments);
    }

    private static List<Mischief> deck(Random random, int replicas) {
        Supplier<Duration> aWhile = () -> between(random, Duration.ofSeconds(3), Duration.ofSeconds(10));
        Stream<Mischief> ends = Arrays.stream(Service.values()).flatMap(service -> Stream.of(Signal.KILL, Signal.TERM)
                .map(signal -> new Mischief.EndService(service, signal, replicas > 1 && random.nextBoolean())));
        Stream<Mischief> servers = Arrays.stream(Mischief.Server.values())
                .map(server -> new Mischief.EndServer(server, random.nextBoolean() ? Signal.KILL : orderly(server)));
        Stream<Mischief> additions = Stream.of(Service.OCR, Service.ANALYSIS, Service.PERSISTENCE)
                .map(service -> new Mischief.AddService(service, aWhile.get().multipliedBy(2)));
        Stream<Mischief> redis = Stream.of(new Mischief.EmptyRedis(), new Mischief.FillRedis(aWhile.get()));
        Stream<Mischief> repetitions = Stream.of(OF_JOBS, oneOf(random), oneOf(random), oneOf(random))
                .map(topics ->
                        new Mischief.RepeatRecords(topics, 1 + random.nextInt(MOST_REPEATED), random.nextLong()));
        return Stream.of(ends, servers, additions, redis, repetitions)
                .flatMap(cards -> cards)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** PostgreSQL would wait for its clients to leave after SIGTERM, and they never do. */
    private static Signal orderly(Mischief.Server server) {
        return switch (server) {
            case KAFKA, REDIS -> Signal.TERM;
            case POSTGRES -> Signal.INT;
        };
    }

    private static Set<Topic> oneOf(Random random) {
        List<Topic> topics = List.copyOf(OF_JOBS).stream().sorted().toList();
        return EnumSet.of(topics.get(random.nextInt(topics.size())));
    }

    private static Duration between(Random random, Duration shortest, Duration longest) {
        return Duration.ofMillis(random.nextLong(shortest.toMillis(), longest.toMillis()));
    }
}
