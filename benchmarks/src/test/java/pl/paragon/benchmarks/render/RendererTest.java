package pl.paragon.benchmarks.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.benchmarks.truth.Truth;
import pl.paragon.benchmarks.truth.Truth.TrueItem;
import pl.paragon.contracts.receipt.Money;

class RendererTest {

    @TempDir
    Path folder;

    @Test
    void shouldDrawTheSameReceiptOfTheSameSeedWhateverWasDrawnBefore() throws Exception {
        // given
        Renderer used = new Renderer(7);
        used.render(3, folder);

        // when
        Path once = used.render(20, folder);
        byte[] first = Files.readAllBytes(once);
        Path again = new Renderer(7).render(20, folder);

        // then
        assertThat(again).isEqualTo(once);
        assertThat(again).hasBinaryContent(first);
    }

    @Test
    void shouldDrawOtherReceiptsOfAnotherSeed() throws Exception {
        // when
        Truth one = Truth.read(Truth.beside(new Renderer(1).render(0, folder)));
        Truth other = Truth.read(Truth.beside(new Renderer(2).render(0, folder)));

        // then
        assertThat(one.items()).isNotEqualTo(other.items());
    }

    @Test
    void shouldDrawEveryLayoutWithATruthThatAddsUp() throws Exception {
        // given
        Renderer renderer = new Renderer(11);
        Set<String> layouts = new HashSet<>();

        // when / then
        for (int i = 0; i < 16; i++) {
            Path picture = renderer.render(i, folder);
            Truth truth = Truth.read(Truth.beside(picture));
            layouts.add(truth.kind().layout());
            assertThat(ImageIO.read(picture.toFile())).as(picture.toString()).isNotNull();
            assertThat(truth.items().stream()
                            .filter(TrueItem::counts)
                            .map(TrueItem::net)
                            .reduce(Money.ZERO, Money::plus))
                    .as(picture.toString())
                    .isEqualTo(truth.totalAmount());
        }
        assertThat(layouts).hasSize(16);
    }
}
