package pl.paragon.analysis.rows;

import java.util.List;
import java.util.stream.Collectors;

/** The rows of all pages, from top to bottom. */
public record Printout(List<Row> rows) {

    public Printout {
        rows = List.copyOf(rows);
    }

    /** The text for people, a printed row a line. */
    public String text() {
        return rows.stream().map(Row::text).collect(Collectors.joining("\n"));
    }
}
