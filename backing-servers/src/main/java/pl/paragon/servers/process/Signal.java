package pl.paragon.servers.process;

import java.io.IOException;

/** The signals with which a process is asked to end. */
public enum Signal {
    /** End in good order. */
    TERM,
    /** PostgreSQL's "fast" shutdown: in good order, but without waiting for clients to leave. */
    INT,
    /** End now; nothing can refuse it. */
    KILL;

    /** Sends it; a process that is gone already is no error. */
    public void send(ProcessHandle process) {
        switch (this) {
            case TERM -> process.destroy();
            case KILL -> process.destroyForcibly();
            case INT -> sendByShell(process.pid());
        }
    }

    // The JDK can send TERM and KILL only; `kill` is built into every POSIX shell.
    private void sendByShell(long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name() + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("no shell to send " + this + " with", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
