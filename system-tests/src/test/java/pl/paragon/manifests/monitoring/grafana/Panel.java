package pl.paragon.manifests.monitoring.grafana;

import java.util.List;
import java.util.Optional;

/**
 * What is seen of some queries.
 *
 * @param description one sentence: what it shows, and what to do if it looks bad
 */
public record Panel(
        Kind kind, String title, Unit unit, String description, Optional<Limit> limit, List<Query> queries) {

    enum Kind {
        /** What holds now, in large figures. */
        NUMBER("stat", 6, 5),
        /** Lines over time. */
        GRAPH("timeseries", 3, 8),
        /** Lines over time, each on top of the one before: their sum means something. */
        STACK("timeseries", 3, 8);

        private final String type;
        private final int mostInALine;
        private final int height;

        Kind(String type, int mostInALine, int height) {
            this.type = type;
            this.mostInALine = mostInALine;
            this.height = height;
        }

        /** Grafana's name of its plugin. */
        String type() {
            return type;
        }

        int mostInALine() {
            return mostInALine;
        }

        int height() {
            return height;
        }
    }

    /** Where a value becomes bad. */
    record Limit(double value, boolean badBelow) {}

    public static Panel number(String title, Unit unit, String description, Query... queries) {
        return new Panel(Kind.NUMBER, title, unit, description, Optional.empty(), List.of(queries));
    }

    public static Panel graph(String title, Unit unit, String description, Query... queries) {
        return new Panel(Kind.GRAPH, title, unit, description, Optional.empty(), List.of(queries));
    }

    public static Panel stack(String title, Unit unit, String description, Query... queries) {
        return new Panel(Kind.STACK, title, unit, description, Optional.empty(), List.of(queries));
    }

    public Panel badFrom(double value) {
        return new Panel(kind, title, unit, description, Optional.of(new Limit(value, false)), queries);
    }

    public Panel badBelow(double value) {
        return new Panel(kind, title, unit, description, Optional.of(new Limit(value, true)), queries);
    }

    /** Follows from its title, so that links to it survive another panel before it. */
    int id() {
        return id(title);
    }

    static int id(String title) {
        return 1 + Math.floorMod(title.hashCode(), 1_000_000);
    }
}
