package pl.paragon.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

    private record Row(String what, double perSecond) {}

    @Test
    void shouldWriteALineForEachResultThatBeginsWithWhereItIsFrom(@TempDir Path folder) throws IOException {
        // given
        Provenance provenance =
                new Provenance("benchmarks/run uploads", "a machine", "2026-11-28T15:00:00Z", "abc1234");

        // when
        Path file = new ResultFile(folder.resolve("results"))
                .write("uploads", provenance, List.of(new Row("one", 1.5), new Row("two", 2)));

        // then
        assertThat(file.getFileName()).hasToString("uploads-2026-11-28T150000Z.jsonl");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"benchmark\":\"uploads\",\"command\":\"benchmarks/run uploads\",\"machine\":\"a machine\","
                                + "\"date\":\"2026-11-28T15:00:00Z\",\"commit\":\"abc1234\","
                                + "\"what\":\"one\",\"per_second\":1.5}",
                        "{\"benchmark\":\"uploads\",\"command\":\"benchmarks/run uploads\",\"machine\":\"a machine\","
                                + "\"date\":\"2026-11-28T15:00:00Z\",\"commit\":\"abc1234\","
                                + "\"what\":\"two\",\"per_second\":2.0}");
    }
}
