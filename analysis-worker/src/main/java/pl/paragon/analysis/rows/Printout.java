package pl.paragon.analysis.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of all pages, from top to bottom. */
public record Printout(List<Row> rows) {

    public Printout {
        rows = List.copyOf(rows);
    }

    static Printout of(List<List<Piece>> rows) {
        List<Row> numbered = new ArrayList<>();
        for (List<Piece> row : rows) {
            numbered.add(Row.of(numbered.size() + 1, row));
        }
        return new Printout(numbered);
    }

    /** The text for people, a printed row a line. */
    public String text() {
        return rows.stream().map(Row::text).collect(Collectors.joining("\n"));
    }
}
