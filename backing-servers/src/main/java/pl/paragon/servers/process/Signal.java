package pl.paragon.servers.process;

import java.io.IOException;

/** The signals that end a process. */
public enum Signal {
    /** Shut down in good order. */
    TERM,
    /** PostgreSQL's "fast" shutdown: in good order, but without waiting for clients to leave. */
    INT,
    /** Ends it at once: the kernel asks nobody. */
    KILL,
    /** What the kernel sends if native code reads memory that it does not have; for tests of a crash. */
    SEGV;

    /** Sends it; a process that has ended already is no error. */
    public void send(ProcessHandle process) {
        switch (this) {
            case TERM -> process.destroy();
            case KILL -> process.destroyForcibly();
            case INT, SEGV -> sendByShell(process.pid());
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
