package pl.paragon.chaos.mischief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pl.paragon.running.service.Service;
import pl.paragon.servers.process.Signal;

class ScheduleTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void shouldFollowFromItsSeed() {
        assertThat(Schedule.draw(7, LONG, 2)).isEqualTo(Schedule.draw(7, LONG, 2));
        assertThat(Schedule.draw(7, LONG, 2)).isNotEqualTo(Schedule.draw(8, LONG, 2));
    }

    @Test
    void shouldDoEverythingInALongRun() {
        // when
        Schedule schedule = Schedule.draw(1, LONG, 2);

        // then: each kind
        assertThat(schedule.moments().stream()
                        .map(moment -> moment.mischief().getClass())
                        .collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(Mischief.class.getPermittedSubclasses())
                        .filter(Class::isRecord)
                        .collect(Collectors.toSet()));
        // and each service both ways, each server
        for (Service service : Service.values()) {
            for (Signal signal : new Signal[] {Signal.KILL, Signal.TERM}) {
                assertThat(schedule.moments())
                        .anyMatch(
                                moment -> moment.mischief() instanceof Mischief.EndService(var s, var how, var replica)
                                        && s == service
                                        && how == signal);
            }
        }
        for (Mischief.Server server : Mischief.Server.values()) {
            assertThat(schedule.moments())
                    .anyMatch(moment ->
                            moment.mischief() instanceof Mischief.EndServer(var s, var signal) && s == server);
        }
    }

    @Test
    void shouldStayWithinItsTimeAndKeepItsOrder() {
        // given
        Duration time = Duration.ofSeconds(40);

        // when
        Schedule schedule = Schedule.draw(3, time, 2);

        // then
        assertThat(schedule.moments())
                .isNotEmpty()
                .isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()))
                .allMatch(moment -> moment.at().compareTo(time) < 0);
    }

    @Test
    void shouldEndOnlyTheStacksOwnIfThereAreNoReplicas() {
        assertThat(Schedule.draw(1, LONG, 1).moments())
                .noneMatch(moment ->
                        moment.mischief() instanceof Mischief.EndService(var s, var how, var replica) && replica);
    }
}
