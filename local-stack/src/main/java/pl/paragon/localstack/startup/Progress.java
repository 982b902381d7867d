package pl.paragon.localstack.startup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.paragon.operations.terminal.Screen;
import pl.paragon.operations.terminal.Table;
import pl.paragon.operations.terminal.Table.Align;
import pl.paragon.operations.terminal.Text;
import pl.paragon.running.stack.Condition;
import pl.paragon.running.stack.PartState;
import pl.paragon.running.stack.StackState;

/** A line per part: on a terminal all of them with running seconds, else one whenever a part reaches a final state. */
final class Progress {

    private static final List<String> SPINNER = List.of("⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏");

    private final Screen screen;
    private final Clock clock;
    private final Set<Condition> news;
    private final Map<String, Condition> told = new HashMap<>();
    private int turn;

    private Progress(Screen screen, Clock clock, Set<Condition> news) {
        this.screen = screen;
        this.clock = clock;
        this.news = news;
    }

    static Progress ofStart(Screen screen, Clock clock) {
        return new Progress(screen, clock, EnumSet.of(Condition.READY, Condition.RESTARTING, Condition.FAILED));
    }

    static Progress ofStop(Screen screen, Clock clock) {
        return new Progress(screen, clock, EnumSet.of(Condition.STOPPED));
    }

    void show(StackState state) {
        if (screen.isLive()) {
            screen.draw(table(state.parts()).lines("  "));
            turn++;
            return;
        }
        List<PartState> arrived = state.parts().stream().filter(this::isNews).toList();
        arrived.forEach(p -> told.put(p.name(), p.condition()));
        screen.lines(aligned(arrived));
    }

    /** Shows the final state, which stays on the terminal. */
    void finish(StackState state) {
        show(state);
        screen.keep();
    }

    private boolean isNews(PartState part) {
        return news.contains(part.condition()) && told.get(part.name()) != part.condition();
    }

    private Table table(List<PartState> parts) {
        Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT);
        parts.forEach(
                p -> table.row(mark(p.condition()), p.name(), p.condition().word(), time(p), "127.0.0.1:" + p.port()));
        return table;
    }

    // Printed one by one, lines of a table would each have widths of their own.
    private static List<String> aligned(List<PartState> parts) {
        List<String> lines = new ArrayList<>();
        for (PartState p : parts) {
            String time = p.startTook()
                    .filter(t -> p.condition() == Condition.READY)
                    .map(Text::seconds)
                    .orElse("");
            lines.add("  %-20s %-10s %7s  127.0.0.1:%d"
                    .formatted(p.name(), p.condition().word(), time, p.port()));
        }
        return lines;
    }

    private String mark(Condition condition) {
        return switch (condition) {
            case WAITING -> "·";
            case STARTING, RESTARTING, STOPPING -> SPINNER.get(turn % SPINNER.size());
            case READY -> "✓";
            case STOPPED -> "–";
            case FAILED -> "✗";
        };
    }

    private String time(PartState part) {
        return switch (part.condition()) {
            case READY -> part.startTook().map(Text::seconds).orElse("");
            case STARTING, RESTARTING, STOPPING -> Text.seconds(Duration.between(part.since(), now(part)));
            case WAITING, STOPPED, FAILED -> "";
        };
    }

    private Instant now(PartState part) {
        Instant now = clock.instant();
        return now.isBefore(part.since()) ? part.since() : now;
    }
}
