package pl.paragon.benchmarks.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenFilesTest {

    @Test
    void shouldReadTheHardLimitOfOpenFiles() {
        String limits = """
                Limit                     Soft Limit           Hard Limit           Units
                Max processes             unlimited            unlimited            processes
                Max open files            1024                 %s                bytes
                """;

        assertThat(OpenFiles.most(limits.formatted("20000"))).isEqualTo(20_000);
        assertThat(OpenFiles.most(limits.formatted("unlimited"))).isEqualTo(Long.MAX_VALUE);
    }
}
