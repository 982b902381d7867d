package pl.paragon.benchmarks.layout;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.benchmarks.layout.Sheet.Align;
import pl.paragon.benchmarks.layout.Sheet.Cell;
import pl.paragon.benchmarks.layout.Sheet.Look;
import pl.paragon.benchmarks.layout.Sheet.Row;

/** Writes a sheet row by row. */
public final class SheetWriter {

    private final int columns;
    private final Look look;
    private final List<Row> rows = new ArrayList<>();

    public SheetWriter(int columns, Look look) {
        this.columns = columns;
        this.look = look;
    }

    public int columns() {
        return columns;
    }

    public Sheet sheet() {
        return new Sheet(columns, look, rows);
    }

    public SheetWriter left(String text) {
        return row(1, false, new Cell(text, 0, Align.LEFT));
    }

    public SheetWriter indented(int by, String text) {
        return row(1, false, new Cell(text, by, Align.LEFT));
    }

    public SheetWriter right(String text) {
        return row(1, false, new Cell(text, columns, Align.RIGHT));
    }

    public SheetWriter centre(String text) {
        return row(1, false, new Cell(text, columns / 2.0, Align.CENTRE));
    }

    public SheetWriter title(String text) {
        rows.add(new Row.Text(List.of(new Cell(text, columns / 2.0, Align.CENTRE)), 1.3, 1, true));
        return this;
    }

    /** A name on the left and a value on the right; on two rows where one is too short for both. */
    public SheetWriter pair(String left, String right) {
        if (left.length() + right.length() >= columns) {
            return left(left).right(right);
        }
        return row(1, false, new Cell(left, 0, Align.LEFT), new Cell(right, columns, Align.RIGHT));
    }

    public SheetWriter boldPair(String left, String right) {
        return row(1, true, new Cell(left, 0, Align.LEFT), new Cell(right, columns, Align.RIGHT));
    }

    /** The total, which the law wants larger. */
    public SheetWriter large(String left, String right) {
        boolean fits = (left.length() + right.length() + 1) * 1.5 <= columns;
        rows.add(new Row.Text(
                List.of(new Cell(left, 0, Align.LEFT), new Cell(right, columns, Align.RIGHT)),
                fits ? 1.5 : 1,
                1.8,
                true));
        return this;
    }

    public SheetWriter row(double tall, boolean bold, Cell... cells) {
        rows.add(new Row.Text(List.of(cells), 1, tall, bold));
        return this;
    }

    public SheetWriter dashes() {
        return left("-".repeat(columns));
    }

    public SheetWriter rule() {
        rows.add(new Row.Rule());
        return this;
    }

    public SheetWriter gap(double lines) {
        rows.add(new Row.Gap(lines));
        return this;
    }

    public SheetWriter bars(long seed) {
        rows.add(new Row.Bars(seed));
        return this;
    }

    public SheetWriter sign(String text) {
        rows.add(new Row.Sign(text));
        return this;
    }
}
