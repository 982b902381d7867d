package pl.paragon.running.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The stack's one supervisor holds it. It is a lock of the kernel's, which releases it even after {@code kill -9}. */
public final class StackLock implements AutoCloseable {

    // A strong reference: an unreachable channel is closed, and its lock released.
    private static final Set<StackLock> HELD = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes it until it is closed or this process ends; empty if another process holds it. */
    public static Optional<StackLock> take(StackHome home) {
        Path path = home.lock();
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            StackLock held = new StackLock(channel);
            HELD.add(held);
            return Optional.of(held);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be locked: " + path, e);
        }
    }

    /** Whether a supervisor is alive. */
    public static boolean isTaken(StackHome home) {
        if (!Files.exists(home.lock())) {
            return false;
        }
        Optional<StackLock> lock = take(home);
        lock.ifPresent(StackLock::close);
        return lock.isEmpty();
    }

    @Override
    public void close() {
        HELD.remove(this);
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
