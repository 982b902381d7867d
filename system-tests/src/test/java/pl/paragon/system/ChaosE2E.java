package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.chaos.Chaos;
import pl.paragon.chaos.ChaosPlan;
import pl.paragon.chaos.report.JobLogs;
import pl.paragon.chaos.report.Report;
import pl.paragon.running.stack.StackHome;

/** A short {@code ./paragon chaos}, on a stack of its own; the long ones are by hand (docs/reliability.md). */
class ChaosE2E {

    private static final ChaosPlan SHORT = new ChaosPlan(36, 3, Duration.ofSeconds(80), 2, Optional.empty());

    @Test
    void shouldEndEveryAcceptedJobInExactlyOneWayWhateverHappens() throws Exception {
        // given
        Path home = Path.of("target", "chaos-" + System.nanoTime());
        List<String> diary = new CopyOnWriteArrayList<>();

        // when
        Report report = new Chaos(SHORT, home, diary::add, Clock.systemUTC()).run();

        // then
        assertThat(report.evidence().jobs()).as("accepted jobs").hasSizeGreaterThan(SHORT.jobs() / 2);
        assertThat(report.done()).as("mischief that was really done").hasSizeGreaterThanOrEqualTo(4);
        assertThat(report.violations()).as(told(diary, report, home)).isEmpty();
    }

    private static String told(List<String> diary, Report report, Path home) {
        return Stream.of(diary, report.figures(), report.audit(new JobLogs(new StackHome(home).logs())))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n", "\n", "\n"))
                .replace("%", "%%");
    }
}
