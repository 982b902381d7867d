package pl.paragon.benchmarks.push;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many files, sockets included, a process may have open: what it starts may have as many. */
final class OpenFiles {

    /** Jars, logs, and connections to the servers. */
    static final int BESIDE = 1000;

    /** A JVM raises the soft limit to the hard one by itself. */
    private static final Pattern HARD = Pattern.compile("Max open files +\\S+ +(\\S+)");

    private OpenFiles() {}

    static long most() throws IOException {
        return most(Files.readString(Path.of("/proc/self/limits")));
    }

    static long most(String limits) {
        Matcher hard = HARD.matcher(limits);
        if (!hard.find()) {
            throw new IllegalArgumentException("the kernel's limits do not say how many files may be open");
        }
        return hard.group(1).equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(hard.group(1));
    }
}
