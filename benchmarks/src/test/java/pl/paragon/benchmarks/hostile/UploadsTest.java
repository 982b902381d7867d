package pl.paragon.benchmarks.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UploadsTest {

    private final List<Path> receipts =
            IntStream.range(0, 24).mapToObj(number -> Path.of(number + ".jpg")).toList();

    @Test
    void shouldSpreadTheReceiptsEvenlyAmongTheHostileFiles() {
        // when
        List<List<Path>> due = due(220);

        // then
        assertThat(due.stream().flatMap(List::stream)).isEqualTo(receipts);
        assertThat(due.subList(0, 110).stream().flatMap(List::stream)).hasSize(12);
        assertThat(due).allSatisfy(together -> assertThat(together).hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void shouldLeaveNoReceiptOutIfThereAreMoreOfThemThanHostileFiles() {
        assertThat(due(10).stream().flatMap(List::stream)).isEqualTo(receipts);
    }

    private List<List<Path>> due(int hostile) {
        return IntStream.range(0, hostile)
                .mapToObj(number -> Uploads.dueAt(number, hostile, receipts))
                .toList();
    }
}
