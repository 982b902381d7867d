package pl.paragon.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import pl.paragon.chaos.audit.Evidence;
import pl.paragon.chaos.audit.Inspector;
import pl.paragon.chaos.audit.Rule;
import pl.paragon.chaos.audit.Violation;
import pl.paragon.chaos.load.Load;
import pl.paragon.chaos.load.Sample;
import pl.paragon.chaos.load.Samples;
import pl.paragon.chaos.mischief.Fleet;
import pl.paragon.chaos.mischief.Schedule;
import pl.paragon.chaos.mischief.Troublemaker;
import pl.paragon.chaos.report.Report;
import pl.paragon.chaos.server.AwayException;
import pl.paragon.chaos.server.FileStore;
import pl.paragon.chaos.server.Records;
import pl.paragon.chaos.server.RedisDoor;
import pl.paragon.chaos.server.Tables;
import pl.paragon.running.RunningParagon;

/** One run, from an empty stack to its report. */
public final class Chaos {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    /** If nothing moved for that long, nothing will: heartbeats come every two seconds. */
    private static final Duration CALM = Duration.ofSeconds(6);
    /**
     * For what is not right yet although nothing moves: the longest pause of a stage is half a minute, what a cancelled
     * job stored may stay for a minute, and what a killed gateway left of an upload until it counts as abandoned.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final Map<String, String> SETTINGS = Map.of(
            // What follows from a retry is audited, not the waiting.
            "PARAGON_STAGE_RETRY_DELAY", "2s",
            // Longer than any job waits for its turn here, and soon enough to be seen.
            "PARAGON_FILES_ABANDONED_AFTER", "2m",
            "PARAGON_FILES_SWEEP", "10s");

    private final ChaosPlan plan;
    private final Path home;
    private final Consumer<String> diary;
    private final Clock clock;

    /**
     * @param home the folder for the stack's state and the files that are sent
     * @param diary receives what happens, for people
     */
    public Chaos(ChaosPlan plan, Path home, Consumer<String> diary, Clock clock) {
        this.plan = plan;
        this.home = home;
        this.diary = diary;
        this.clock = clock;
    }

    /** Starts the stack, does it all, and takes the stack down; its logs and data stay in the folder. */
    public Report run() throws IOException, InterruptedException {
        List<Sample> samples = Samples.write(plan.seed(), plan.jobs(), plan.time(), home.resolve("sent"));
        Schedule schedule = Schedule.draw(plan.seed(), plan.time(), plan.replicas());
        diary.accept("seed %d: %d files in %d s: %s"
                .formatted(plan.seed(), samples.size(), plan.time().toSeconds(), Samples.kinds(samples)));
        schedule.moments()
                .forEach(moment ->
                        diary.accept("  at %5.1f s  %s".formatted(moment.at().toMillis() / 1000.0, moment.mischief())));
        try (RunningParagon paragon = RunningParagon.in(home, settings()).up()) {
            return run(paragon, samples, schedule);
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        plan.without().ifPresent(protection -> {
            diary.accept("WITHOUT A PROTECTION: " + protection.without());
            settings.putAll(protection.switchedOff());
        });
        return settings;
    }

    private Report run(RunningParagon paragon, List<Sample> samples, Schedule schedule)
            throws IOException, InterruptedException {
        Fleet fleet = new Fleet(paragon, clock);
        fleet.addOfEach(plan.replicas() - 1);
        Records records = new Records("127.0.0.1:" + paragon.ports().kafka());
        Load load = new Load(samples, fleet::gateways, plan.seed(), clock);
        try (RedisDoor redis = new RedisDoor(paragon.ports().redisUrl())) {
            Inspector inspector = new Inspector(
                    load, fleet, records, new Tables(paragon.ports().jdbcUrl()), redis, new FileStore(paragon.files()));
            Instant begin = clock.instant();
            Consumer<String> timed = line -> diary.accept("%5d s %5d accepted  %s"
                    .formatted(
                            begin.until(clock.instant(), ChronoUnit.SECONDS),
                            load.jobs().size(),
                            line));
            Troublemaker troublemaker = new Troublemaker(paragon, fleet, redis, records, timed, clock);
            load.start();
            troublemaker.run(schedule);
            Thread.sleep(Duration.between(clock.instant(), begin.plus(plan.time())));
            Instant end = clock.instant();
            timed.accept("the mischief is over");
            troublemaker.putRight();
            try {
                return settle(
                        inspector,
                        load,
                        timed,
                        (evidence, violations) -> new Report(
                                evidence,
                                violations,
                                troublemaker.done(),
                                Duration.between(begin, end),
                                Duration.between(end, clock.instant())));
            } finally {
                load.stop();
            }
        }
    }

    private interface Reporting {
        Report of(Evidence evidence, List<Violation> violations);
    }

    /**
     * Audits when nothing moves, and once more as long as something is not right and may become so: what is right while
     * things move could be undone.
     */
    private Report settle(Inspector inspector, Load load, Consumer<String> timed, Reporting reporting)
            throws InterruptedException {
        Inspector.Progress last = null;
        Instant lastChange = clock.instant();
        while (true) {
            Thread.sleep(LOOK_AGAIN);
            try {
                Inspector.Progress now = inspector.progress();
                if (!now.equals(last)) {
                    timed.accept("%d jobs ended, %d records, unacknowledged: %s"
                            .formatted(now.outcomes(), now.published(), now.backlog()));
                    last = now;
                    lastChange = clock.instant();
                    continue;
                }
                Duration still = Duration.between(lastChange, clock.instant());
                boolean patient = still.compareTo(PATIENCE) < 0;
                boolean moves = !load.isDone() || !now.backlog().isEmpty() || still.compareTo(CALM) < 0;
                if (moves && patient) {
                    continue;
                }
                Evidence evidence = inspector.evidence();
                List<Violation> violations = Arrays.stream(Rule.values())
                        .flatMap(rule -> rule.broken(evidence))
                        .toList();
                if (violations.isEmpty() || !patient) {
                    return reporting.of(evidence, violations);
                }
            } catch (AwayException e) {
                timed.accept(e.getMessage());
            }
        }
    }
}
