package pl.paragon.benchmarks.report;

import java.io.PrintStream;
import java.time.Duration;

/** A progress bar on standard error; silent unless that is a terminal. Safe for use by several threads. */
public final class Progress {

    private static final int WIDTH = 30;

    private final PrintStream out = System.err;
    private final boolean shown = System.console() != null && System.console().isTerminal();
    private final String what;
    private final int all;
    private final long began = System.nanoTime();
    private int done;

    public Progress(String what, int all) {
        this.what = what;
        this.all = all;
    }

    public synchronized void step() {
        done++;
        if (shown) {
            int full = WIDTH * done / Math.max(1, all);
            long left = (System.nanoTime() - began) / done * (all - done);
            out.printf(
                    "\r%s [%s%s] %d/%d, %d s left   ",
                    what,
                    "#".repeat(full),
                    " ".repeat(WIDTH - full),
                    done,
                    all,
                    Duration.ofNanos(left).toSeconds());
            if (done == all) {
                out.println();
            }
        }
    }
}
