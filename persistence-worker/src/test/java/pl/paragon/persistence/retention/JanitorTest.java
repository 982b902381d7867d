package pl.paragon.persistence.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.Fixtures;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.removal.RemovalMetrics;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.worker.stage.StageException;

class JanitorTest {

    private static final Instant NOW = Fixtures.NOW;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final Coverage ALL = new Coverage(Instant.EPOCH, NOW);

    @TempDir
    Path directory;

    private final JobId job = JobId.random();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Known known = new Known();
    private FileSystemReceiptFileStore files;
    private Duration abandonedAfter = DAY;

    @BeforeEach
    void openStore() throws IOException {
        files = new FileSystemReceiptFileStore(directory);
    }

    @Test
    void shouldNeverDeleteWhatALiveJobNeedsHoweverOldItIs() throws IOException {
        // given: it has been waiting for longer than anything is kept
        upload(job, Duration.ofDays(400));
        known.jobs.put(job, new JobState.Live());

        // when
        sweep();

        // then
        assertThat(files.folder(job).resolve("upload")).exists();
    }

    @Test
    void shouldKeepFilesFromTheEndOfTheirJobAndNotFromTheirOwnTime() throws IOException {
        // given
        JobId expired = JobId.random();
        upload(job, Duration.ofDays(90));
        upload(expired, Duration.ofDays(90));
        known.jobs.put(job, new JobState.Ended(NOW.minus(RETENTION).plusSeconds(1)));
        known.jobs.put(expired, new JobState.Ended(NOW.minus(RETENTION).minusSeconds(1)));

        // when
        sweep();

        // then
        assertThat(files.folder(job)).exists();
        assertThat(files.folder(expired)).doesNotExist();
        assertThat(removed("paragon.files.removed.jobs", "expired")).isEqualTo(1);
        assertThat(removed("paragon.files.freed.bytes", "expired")).isEqualTo(3);
    }

    @Test
    void shouldDeleteWhatIsLeftOfACancelledJob() throws IOException {
        // given
        upload(job, Duration.ZERO);
        known.jobs.put(job, new JobState.Cancelled());

        // when
        sweep();

        // then
        assertThat(files.folder(job)).doesNotExist();
        assertThat(removed("paragon.files.removed.jobs", "cancelled")).isEqualTo(1);
    }

    @Test
    void shouldDeleteTheFilesOfAJobThatWasNeverAcceptedAfterADay() throws IOException {
        // given
        JobId young = JobId.random();
        upload(job, DAY.plusSeconds(1));
        upload(young, DAY.minusSeconds(1));

        // when
        sweep();

        // then
        assertThat(files.folder(job)).doesNotExist();
        assertThat(files.folder(young)).exists();
        assertThat(removed("paragon.files.removed.jobs", "orphaned")).isEqualTo(1);
    }

    @Test
    void shouldDeleteSoonWhatIsAbandonedSoon() throws IOException {
        // given: a register that is moments behind, as it always is
        abandonedAfter = Duration.ofMinutes(2);
        upload(job, Duration.ofMinutes(3));
        known.coverage = new Coverage(Instant.EPOCH, NOW.minusSeconds(4));

        // when
        sweep();

        // then
        assertThat(files.folder(job)).doesNotExist();
    }

    @Test
    void shouldDeleteNothingThatTheRegisterMayNotHaveHeardOfYet() throws IOException {
        // given: the register is two days behind
        upload(job, DAY.plusHours(1));
        known.coverage = new Coverage(Instant.EPOCH, NOW.minus(DAY.multipliedBy(2)));

        // when
        sweep();

        // then
        assertThat(files.folder(job)).exists();
    }

    @Test
    void shouldDeleteNothingWhileTheRegisterIsIncomplete() throws IOException {
        // given
        upload(job, DAY.multipliedBy(2));
        known.coverage = Coverage.NONE;

        // when
        sweep();

        // then
        assertThat(files.folder(job)).exists();
    }

    @Test
    void shouldKeepWhatIsOlderThanTheRegisterUntilNoRecordOfItCanBeLeft() throws IOException {
        // given: a database that was lost yesterday
        JobId waiting = JobId.random();
        JobId forgotten = JobId.random();
        upload(waiting, RETENTION.plusDays(10));
        touch(files.folder(waiting), RETENTION.minusDays(1));
        upload(forgotten, RETENTION.plusSeconds(1));
        known.coverage = new Coverage(NOW.minus(DAY), NOW);

        // when
        sweep();

        // then
        assertThat(files.folder(waiting)).exists();
        assertThat(files.folder(forgotten)).doesNotExist();
    }

    @Test
    void shouldDeleteHalfFilesAfterADay() throws IOException {
        // given
        Path old = half("old.part", DAY.plusSeconds(1));
        Path young = half("young.part", DAY.minusSeconds(1));

        // when
        sweep();

        // then
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(removed("paragon.files.removed", "leftover")).isEqualTo(1);
    }

    @Test
    void shouldKeepReceiptsForEverUnlessARetentionIsConfigured() {
        // given
        known.oldReceipts = 1_200;

        // when
        sweep();

        // then
        assertThat(known.oldReceipts).isEqualTo(1_200);
    }

    @Test
    void shouldDeleteReceiptsWhoseRetentionHasEnded() {
        // given
        known.oldReceipts = 1_200;

        // when
        janitor(Optional.of(Duration.ofDays(365))).sweep();

        // then
        assertThat(known.oldReceipts).isZero();
        assertThat(known.receiptLimit).isEqualTo(NOW.minus(Duration.ofDays(365)));
        assertThat(meters.get("paragon.receipts.expired").counter().count()).isEqualTo(1_200);
    }

    @Test
    void shouldSayWhatTheLastSweepFound() {
        // given
        Janitor janitor = janitor(Optional.empty());
        assertThat(gauge("paragon.jobs.live")).isNaN();
        known.coverage = new Coverage(Instant.EPOCH, NOW.minusSeconds(4));
        known.live = 17;

        // when
        janitor.sweep();

        // then
        assertThat(gauge("paragon.jobs.live")).isEqualTo(17);
        assertThat(gauge("paragon.jobs.register.age.seconds")).isEqualTo(4);
        assertThat(gauge("paragon.sweep.ended.seconds")).isEqualTo(NOW.getEpochSecond());
        assertThat(gauge("paragon.sweep.duration.seconds")).isZero();
    }

    @Test
    void shouldPassOverAStoreThatIsAway() throws IOException {
        // given
        deleteAll(directory);

        // when, then
        assertThatCode(this::sweep).doesNotThrowAnyException();
    }

    @Test
    void shouldDeleteNothingWhileTheDatabaseIsAway() throws IOException {
        // given
        upload(job, Duration.ofDays(400));
        known.away = true;

        // when
        sweep();

        // then
        assertThat(files.folder(job)).exists();
        assertThat(gauge("paragon.sweep.ended.seconds")).isNaN();
    }

    private void sweep() {
        janitor(Optional.empty()).sweep();
    }

    private Janitor janitor(Optional<Duration> receiptRetention) {
        return new Janitor(
                files,
                known,
                known,
                new Retention(abandonedAfter),
                () -> receiptRetention,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new RemovalMetrics(meters),
                new SweepMetrics(meters));
    }

    private double removed(String counter, String reason) {
        return meters.get(counter).tag("reason", reason).counter().count();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private void upload(JobId id, Duration age) throws IOException {
        files.put(id, "upload", "image/jpeg", new ByteArrayInputStream(new byte[] {1, 2, 3}));
        touch(files.folder(id).resolve("upload"), age);
        touch(files.folder(id), age);
    }

    private Path half(String name, Duration age) throws IOException {
        Path half = Files.writeString(directory.resolve("incoming").resolve(name), "half");
        touch(half, age);
        return half;
    }

    private static void touch(Path path, Duration age) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(NOW.minus(age)));
    }

    private static void deleteAll(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private record Retention(Duration abandonedAfter) implements RetentionConfig {
        @Override
        public Duration retention() {
            return RETENTION;
        }

        @Override
        public Duration sweep() {
            return Duration.ofHours(1);
        }
    }

    /** A database that knows what a test tells it. */
    private static final class Known implements JobStates, Transactions {

        final Map<JobId, JobState> jobs = new HashMap<>();
        Coverage coverage = ALL;
        long live;
        int oldReceipts;
        Instant receiptLimit;
        boolean away;

        @Override
        public <T> T inOne(Supplier<T> work) {
            if (away) {
                throw new StageException(ErrorCode.DATABASE_UNAVAILABLE);
            }
            return work.get();
        }

        @Override
        public Map<JobId, JobState> of(Collection<JobId> asked) {
            Map<JobId, JobState> states = new HashMap<>();
            asked.forEach(each -> states.put(each, jobs.getOrDefault(each, new JobState.Unknown())));
            return states;
        }

        @Override
        public Coverage coverage() {
            return coverage;
        }

        @Override
        public long live() {
            return live;
        }

        @Override
        public int deleteReceipts(Instant limit, int atMost) {
            receiptLimit = limit;
            int deleted = Math.min(oldReceipts, atMost);
            oldReceipts -= deleted;
            return deleted;
        }
    }
}
