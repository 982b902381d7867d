package pl.paragon.running.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Identifies a process even if its number is reused: a later process with the same number started at another time, or
 * after another boot.
 *
 * @param pid its number
 * @param startTicks when it started, in the kernel's ticks since the machine booted
 * @param boot the kernel's id of that boot
 */
public record ProcessRecord(long pid, long startTicks, String boot) {

    private static final Path PROC = Path.of("/proc");
    // Of /proc/PID/stat after the command's closing parenthesis: the state is field 3, the start time is field 22.
    private static final int START_AFTER_COMMAND = 22 - 3;

    /** The process as it is now; empty if it has ended. */
    public static Optional<ProcessRecord> of(long pid) {
        return startTicks(pid).map(ticks -> new ProcessRecord(pid, ticks, currentBoot()));
    }

    public static ProcessRecord ofThisJvm() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> find() {
        return of(pid).equals(Optional.of(this))
                ? ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                : Optional.empty();
    }

    static Optional<Long> startTicksIn(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        boolean zombie = fields[0].equals("Z");
        return zombie ? Optional.empty() : Optional.of(Long.parseLong(fields[START_AFTER_COMMAND]));
    }

    private static Optional<Long> startTicks(long pid) {
        try {
            return startTicksIn(
                    Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String currentBoot() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
