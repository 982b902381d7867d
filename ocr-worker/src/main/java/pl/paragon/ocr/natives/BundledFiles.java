package pl.paragon.ocr.natives;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/**
 * Files on the class path that native code needs as real files. Each is unpacked atomically, so a crash or a second
 * process never sees half a library; an equal file from an earlier start is reused.
 */
public final class BundledFiles {

    private final Path folder;
    private final ClassLoader classes;

    public BundledFiles(Path folder, ClassLoader classes) {
        this.folder = folder;
        this.classes = classes;
    }

    /** @return the file, or empty if the class path has no such resource; one that ends in {@code .gz} is unpacked */
    public Optional<Path> unpack(String resource, String name) throws IOException {
        Path target = folder.resolve(name);
        try (InputStream bundled = open(resource)) {
            if (bundled == null) {
                return Optional.empty();
            }
            if (Files.exists(target) && isEqual(bundled, target)) {
                return Optional.of(target);
            }
        }
        replace(resource, target);
        return Optional.of(target);
    }

    private void replace(String resource, Path target) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve(target.getFileName() + "." + UUID.randomUUID() + ".part");
        try (InputStream bundled = open(resource)) {
            Files.copy(bundled, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private InputStream open(String resource) throws IOException {
        InputStream in = classes.getResourceAsStream(resource);
        if (in == null) {
            return null;
        }
        return resource.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : new BufferedInputStream(in, 1 << 16);
    }

    private static boolean isEqual(InputStream bundled, Path file) throws IOException {
        byte[] a = new byte[1 << 16];
        byte[] b = new byte[1 << 16];
        try (InputStream there = Files.newInputStream(file)) {
            while (true) {
                int read = bundled.readNBytes(a, 0, a.length);
                int found = there.readNBytes(b, 0, b.length);
                if (read != found || !Arrays.equals(a, 0, read, b, 0, found)) {
                    return false;
                }
                if (read < a.length) {
                    return true;
                }
            }
        }
    }
}
