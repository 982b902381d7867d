package pl.paragon.benchmarks.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.receipt.Money;

class TruthTest {

    @TempDir
    Path folder;

    @Test
    void shouldReadWhatItWrote() throws IOException {
        // given
        Path file = folder.resolve("a.json");
        Files.writeString(file, """
                {"nip": "1234563218", "date": "2026-03-14", "time": "09:05", "total_amount": 9.98,
                 "items": [{"original_name": "Ser żółty", "total_price": 11.98, "discount": 2.00}]}
                """);

        // when
        Truth truth = Truth.read(file);
        truth.write(file);

        // then
        assertThat(Truth.read(file)).isEqualTo(truth);
        assertThat(truth.items().getFirst().net()).isEqualTo(Money.of("9.98"));
        assertThat(truth.kind()).isEqualTo(new Truth.Kind("unnamed", "unnamed"));
    }

    @Test
    void shouldNameTheFileThatIsNoTruth() throws IOException {
        // given
        Path broken = Files.writeString(folder.resolve("b.json"), "{\"date\": \"yesterday\"}");
        Path priceless = Files.writeString(folder.resolve("c.json"), "{\"items\": [{\"original_name\": \"Ser\"}]}");

        // when / then
        assertThatThrownBy(() -> Truth.read(broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("b.json");
        assertThatThrownBy(() -> Truth.read(priceless))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("neither net_price nor total_price");
    }

    @Test
    void shouldLieBesideItsPicture() {
        assertThat(Truth.beside(Path.of("x", "my.receipt.jpeg"))).isEqualTo(Path.of("x", "my.receipt.json"));
    }
}
