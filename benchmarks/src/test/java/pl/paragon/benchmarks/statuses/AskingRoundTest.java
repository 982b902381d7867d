package pl.paragon.benchmarks.statuses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.benchmarks.sidebyside.PlayedSystem;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.sidebyside.Target.Kind;

class AskingRoundTest {

    private final PlayedSystem system = new PlayedSystem();
    private final Target target = system.target(Kind.PARAGON);

    AskingRoundTest() throws IOException {}

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void shouldCountTheAnswersOfAllConnections() throws IOException, InterruptedException {
        // when
        AskingRound.Outcome outcome =
                new AskingRound(target, 3).measure(target.request("GET", "/health"), Duration.ofMillis(50));

        // then
        assertThat(outcome.latencies().size()).isGreaterThanOrEqualTo(3);
        assertThat(outcome.perSecond()).isPositive();
        assertThat(outcome.bytes()).isEqualTo("{'data':{'status':'healthy'}}".length());
    }

    @Test
    void shouldAskOnceEvenIfAnAnswerTakesLongerThanTheTime() throws IOException, InterruptedException {
        // when
        AskingRound.Outcome outcome =
                new AskingRound(target, 2).measure(target.request("GET", "/health"), Duration.ZERO);

        // then
        assertThat(outcome.latencies().size()).isEqualTo(2);
    }

    @Test
    void shouldFailIfTheAnswerIsAnother() {
        assertThatThrownBy(() ->
                        new AskingRound(target, 2).measure(target.request("GET", "/../none"), Duration.ofMillis(50)))
                .hasMessageStartingWith("The question was answered by the paragon with HTTP 404");
    }

    @Test
    void shouldTellAJobThatWaitsFromOneThatDoesNot(@TempDir Path folder) throws IOException, InterruptedException {
        // given
        Path picture = Files.write(folder.resolve("a.jpg"), new byte[] {1});

        // when
        String waiting = Jobs.waiting(target, picture);
        String unknown = Jobs.waiting(system.target(Kind.REFERENCE), picture);
        system.whereJobsAre("SUCCESS");
        String finished = Jobs.finished(target, picture);

        // then
        Jobs.checkThatItWaits(target, waiting);
        Jobs.checkThatItWaits(system.target(Kind.REFERENCE), unknown);
        assertThat(system.bodies()).hasSize(2);
        assertThatThrownBy(() -> Jobs.checkThatItWaits(target, finished))
                .hasMessageEndingWith("does not wait: SUCCESS");
    }

    @Test
    void shouldNotMeasureAJobThatFailed(@TempDir Path folder) throws IOException {
        // given
        Path picture = Files.write(folder.resolve("a.jpg"), new byte[] {1});
        system.whereJobsAre("FAILURE");

        // then
        assertThatThrownBy(() -> Jobs.finished(target, picture)).hasMessageEndingWith("ended as FAILURE");
    }
}
