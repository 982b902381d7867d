package pl.paragon.contracts.proof;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pl.paragon.contracts.receipt.Source;

/** Finds the row of the recognised text, counted from 1, on which a value stands; none if several rows read alike. */
final class PrintedRows {

    private final List<String> rows;

    PrintedRows(String ocrText) {
        this.rows = ocrText.lines().map(String::strip).toList();
    }

    List<Integer> of(Stream<Source> sources) {
        return sources.filter(Objects::nonNull)
                .filter(source -> source.text() != null)
                .flatMap(source -> of(source).stream())
                .distinct()
                .toList();
    }

    private List<Integer> of(Source source) {
        List<Integer> alike = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).equals(source.text().strip()))
                .mapToObj(i -> i + 1)
                .toList();
        return alike.size() == 1 ? alike : List.of();
    }
}
