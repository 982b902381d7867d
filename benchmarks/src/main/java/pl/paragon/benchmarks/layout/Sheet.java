package pl.paragon.benchmarks.layout;

import java.util.List;

/**
 * A receipt as rows of text, before any ink.
 *
 * @param columns how many characters fit into a row
 * @param look what it is printed or shown with
 */
public record Sheet(int columns, Look look, List<Row> rows) {

    public Sheet {
        rows = List.copyOf(rows);
    }

    /** What the rows are printed or shown with. */
    public enum Look {
        /** Dots on thermal paper. */
        THERMAL,
        /** A fixed-width face on a white screen. */
        SCREEN_FIXED,
        /** A proportional face on a white screen. */
        SCREEN,
        /** White on dark. */
        SCREEN_DARK
    }

    public sealed interface Row {

        /**
         * @param wide times the width of a usual character
         * @param tall times its height
         */
        record Text(List<Cell> cells, double wide, double tall, boolean bold) implements Row {
            public Text {
                cells = List.copyOf(cells);
            }
        }

        /** A line across the sheet, drawn. */
        record Rule() implements Row {}

        /** @param lines how tall, in rows of text */
        record Gap(double lines) implements Row {}

        /** A bar code. */
        record Bars(long seed) implements Row {}

        /** Some sign of a chain: a dark block with light letters. */
        record Sign(String text) implements Row {}
    }

    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** @param column where it begins, has its middle, or ends */
    public record Cell(String text, double column, Align align) {}
}
