package pl.paragon.ocr.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HugePagesTest {

    private static final String ASKED_FOR = "glibc.malloc.hugetlb=1";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "glibc.malloc.hugetlb=1, always [madvise] never, true",
        "glibc.malloc.arena_max=2:glibc.malloc.hugetlb=1, [always] madvise never, true",
        "glibc.malloc.hugetlb=1, always madvise [never], false",
        "glibc.malloc.hugetlb=0, always [madvise] never, false",
        "'', [always] madvise never, false"
    })
    void shouldBeUsedIfTheyAreAskedForAndGiven(String tunables, String setting, boolean used) throws IOException {
        Path file = Files.writeString(folder.resolve("enabled"), setting + "\n");

        assertThat(new HugePages(Map.of("GLIBC_TUNABLES", tunables), file).areUsed())
                .isEqualTo(used);
    }

    @Test
    void shouldNotBeUsedWhereNothingIsSaidOfThem() throws IOException {
        Path file = Files.writeString(folder.resolve("enabled"), "always [madvise] never\n");

        assertThat(new HugePages(Map.of(), file).areUsed()).isFalse();
        assertThat(new HugePages(Map.of("GLIBC_TUNABLES", ASKED_FOR), folder.resolve("missing")).areUsed())
                .isFalse();
    }
}
