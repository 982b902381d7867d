package pl.paragon.operations.terminal;

import java.io.PrintStream;
import java.util.List;

/**
 * An output: a terminal, on which a block of lines can be redrawn in place, or anything else, on which lines are final.
 */
public final class Screen {

    private static final String UP_AND_CLEAR = "\u001b[1A\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private int drawn;

    public Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** The standard output. */
    public static Screen standard() {
        return new Screen(System.out, isTerminal());
    }

    /** The standard error, for progress beside a result that a program reads. */
    public static Screen beside() {
        return new Screen(System.err, isTerminal());
    }

    // The script knows, since a shell can test each stream; the JVM only knows whether both are a terminal.
    private static boolean isTerminal() {
        String told = System.getenv("PARAGON_TERMINAL");
        return told == null ? System.console() != null && System.console().isTerminal() : told.equals("yes");
    }

    /** Whether lines can be redrawn. */
    public boolean isLive() {
        return terminal;
    }

    /** Draws the block in place of the previous one; does nothing unless this is a terminal. */
    public void draw(List<String> lines) {
        if (!terminal) {
            return;
        }
        out.print(UP_AND_CLEAR.repeat(drawn) + String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"));
        out.flush();
        drawn = lines.size();
    }

    /** Keeps the last block; what follows appears below it. */
    public void keep() {
        drawn = 0;
    }

    public void line(String text) {
        draw(List.of());
        out.println(text);
        out.flush();
    }

    public void lines(List<String> lines) {
        lines.forEach(this::line);
    }
}
