package pl.paragon.localstack.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pl.paragon.contracts.job.Step;
import pl.paragon.operations.terminal.Screen;
import pl.paragon.operations.terminal.Text;

/** Shows a job's progress through its eight steps: a growing bar on a terminal, else a line for each step. */
final class JobProgress {

    private static final int BAR = 24;

    private final Screen screen;
    private final String name;
    private int shown;
    private String lastWord = "";

    JobProgress(Screen screen, String name) {
        this.screen = screen;
        this.name = name;
    }

    /**
     * Shows the job's current state.
     *
     * @param data of its status
     * @param sinceUpload the time that has passed
     */
    void show(JsonNode data, Duration sinceUpload) {
        if (screen.isLive()) {
            screen.draw(List.of(bar(data, sinceUpload)));
        } else {
            screen.lines(news(data, sinceUpload));
        }
    }

    /** Removes the bar; the result follows. */
    void finish() {
        screen.draw(List.of());
    }

    private String bar(JsonNode data, Duration time) {
        int percent = percent(data);
        int filled = BAR * percent / 100;
        return "%s  [%s%s] %3d %%  %s  %s"
                .formatted(
                        Text.printable(name),
                        "█".repeat(filled),
                        "░".repeat(BAR - filled),
                        percent,
                        Text.seconds(time),
                        Text.printable(words(data)));
    }

    // A step may end between two polls; a later one shows that it took place.
    private List<String> news(JsonNode data, Duration time) {
        List<String> lines = new ArrayList<>();
        List<Step> reached = Arrays.stream(Step.values())
                .filter(s -> s.progress() <= percent(data))
                .toList();
        for (Step step : reached.subList(Math.min(shown, reached.size()), reached.size())) {
            lines.add("  %s: %3d %%  %-17s  %s  (%s)"
                    .formatted(Text.printable(name), step.progress(), step.id(), step.message(), Text.seconds(time)));
        }
        shown = Math.max(shown, reached.size());
        String word = data.path("status").asText();
        if (word.equals("RETRY") && !lastWord.equals(word)) {
            lines.add("  %s: %s".formatted(Text.printable(name), Text.printable(words(data))));
        }
        lastWord = word;
        return lines;
    }

    private static int percent(JsonNode data) {
        return switch (data.path("status").asText()) {
            case "SUCCESS" -> 100;
            default -> data.path("progress").asInt(0);
        };
    }

    private static String words(JsonNode data) {
        String step = data.path("step").asText("");
        String message = data.path("message").asText("");
        return step.isEmpty() ? data.path("status").asText() + "  " + message : step + "  " + message;
    }
}
