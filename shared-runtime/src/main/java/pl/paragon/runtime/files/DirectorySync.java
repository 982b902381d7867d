package pl.paragon.runtime.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Forces a directory to the disk. A file that was forced is still lost with the machine's power if the entry that names
 * it was not.
 */
@FunctionalInterface
interface DirectorySync {

    void sync(Path directory) throws IOException;

    static void fsync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
