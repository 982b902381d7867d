package pl.paragon.running.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessRecordTest {

    private static final String STAT =
            "4711 (evil ) name (x) S 1 4711 4711 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 3 0 987654 9 10";

    @Test
    void shouldFindTheProcessThatItRecorded() {
        assertThat(ProcessRecord.ofThisJvm().find()).contains(ProcessHandle.current());
    }

    @Test
    void shouldNotTakeALaterProcessWithTheSameNumberForIt() {
        // given
        ProcessRecord now = ProcessRecord.ofThisJvm();

        // then
        assertThat(new ProcessRecord(now.pid(), now.startTicks() - 1, now.boot()).find())
                .isEmpty();
        assertThat(new ProcessRecord(now.pid(), now.startTicks(), "another boot").find())
                .isEmpty();
    }

    @Test
    void shouldFindNothingWhenItHasEnded() throws IOException, InterruptedException {
        // given
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessRecord record = ProcessRecord.of(process.pid()).orElseThrow();

        // when
        process.destroyForcibly().waitFor();

        // then
        assertThat(record.find()).isEmpty();
    }

    @Test
    void shouldReadTheStartWhateverTheCommandIsCalled() {
        assertThat(ProcessRecord.startTicksIn(STAT)).contains(987_654L);
    }

    @Test
    void shouldCountAZombieAsEnded() {
        assertThat(ProcessRecord.startTicksIn(STAT.replace(" S 1 ", " Z 1 "))).isEmpty();
    }
}
