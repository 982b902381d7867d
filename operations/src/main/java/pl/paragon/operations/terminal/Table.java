package pl.paragon.operations.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows in columns that are as wide as their widest cell. */
public final class Table {

    private static final String GAP = "  ";

    private final List<Align> columns;
    private final List<List<String>> rows = new ArrayList<>();

    public enum Align {
        LEFT,
        RIGHT
    }

    public Table(Align... columns) {
        this.columns = List.of(columns);
    }

    /** @throws IllegalArgumentException if the number of cells is not that of the columns */
    public Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(Arrays.stream(cells).map(Text::printable).toList());
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** One line per row, indented, without trailing spaces. */
    public List<String> lines(String indent) {
        List<Integer> widths =
                IntStream.range(0, columns.size()).mapToObj(this::width).toList();
        return rows.stream()
                .map(row -> (indent + line(row, widths)).stripTrailing())
                .toList();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> Text.width(row.get(column))).max().orElse(0);
    }

    private String line(List<String> row, List<Integer> widths) {
        List<String> cells = IntStream.range(0, row.size())
                .mapToObj(i -> pad(row.get(i), widths.get(i), columns.get(i)))
                .toList();
        return String.join(GAP, cells);
    }

    private static String pad(String cell, int width, Align align) {
        String space = " ".repeat(width - Text.width(cell));
        return switch (align) {
            case LEFT -> cell + space;
            case RIGHT -> space + cell;
        };
    }
}
