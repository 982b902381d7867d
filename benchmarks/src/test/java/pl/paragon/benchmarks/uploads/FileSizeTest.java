package pl.paragon.benchmarks.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileSizeTest {

    @ParameterizedTest
    @CsvSource({"100B,100", "200kB,200000", "3MB,3000000", "10MB,10000000"})
    void shouldCountInThousands(String text, int bytes) {
        assertThat(FileSize.of(text)).isEqualTo(new FileSize(text, bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "200", "200KB", "-1B", "1.5MB", "kB", "9999999999B"})
    void shouldRefuseWhatIsNoSize(String text) {
        assertThatThrownBy(() -> FileSize.of(text)).hasMessage("'" + text + "' is no size such as 100B, 200kB or 3MB");
    }

    @Test
    void shouldRefuseWhatNoSystemAccepts() {
        assertThatThrownBy(() -> FileSize.of("11MB")).hasMessage("a file has 14 B to 10MB, not 11MB");
        assertThatThrownBy(() -> FileSize.of("13B")).hasMessage("a file has 14 B to 10MB, not 13B");
        assertThatThrownBy(() -> FileSize.of("999999MB")).hasMessage("a file has 14 B to 10MB, not 999999MB");
    }
}
