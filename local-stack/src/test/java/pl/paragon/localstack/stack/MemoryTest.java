package pl.paragon.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void shouldReadKibibytes() {
        // given
        List<String> rollup =
                List.of("Rss:              200 kB", "Pss:              120 kB", "Pss_Dirty:         80 kB");

        // then
        assertThat(Memory.bytes(rollup, "Pss:")).hasValue(120 * 1024);
        assertThat(Memory.bytes(List.of(), "Pss:")).isEmpty();
    }

    @Test
    void shouldKnowThatThisJvmTakesSome() {
        assertThat(Memory.ofTree(ProcessHandle.current()).orElse(0)).isGreaterThan(10L << 20);
    }
}
