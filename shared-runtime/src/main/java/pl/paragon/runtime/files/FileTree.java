package pl.paragon.runtime.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/** Files and folders that others add to and take away meanwhile. */
final class FileTree {

    private FileTree() {}

    /** A file that disappeared meanwhile counts as new: nobody has to delete it. */
    static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes over what another deletion of the same tree takes away meanwhile. */
    static Freed delete(Path path) throws IOException {
        Freed freed = Freed.NOTHING;
        try {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                do {
                    try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
                        for (Path child : children) {
                            freed = freed.plus(delete(child));
                        }
                    }
                } while (!deleteIfEmpty(path));
                return freed;
            }
            long size = Files.size(path);
            Files.delete(path);
            return new Freed(1, size);
        } catch (NoSuchFileException e) {
            return freed;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Whoever had looked the directory up before it was moved may put one more file into it. */
    private static boolean deleteIfEmpty(Path directory) throws IOException {
        try {
            Files.delete(directory);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }
}
