package pl.paragon.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The binaries of a server, unpacked from the classpath once per version into a folder that all runs share. Several
 * processes may do so at once: each unpacks into a temporary folder and renames it atomically; the loser deletes its
 * own.
 */
public final class ServerArchive {

    private final String name;
    private final String resource;
    private final Unpacking unpacking;

    /** Unpacks a stream into a folder. */
    public interface Unpacking {
        void unpack(InputStream archive, Path directory) throws IOException;
    }

    /**
     * @param name of the server, as in {@code versions.properties}
     * @param resource on the classpath, absolute
     */
    public ServerArchive(String name, String resource, Unpacking unpacking) {
        this.name = name;
        this.resource = resource;
        this.unpacking = unpacking;
    }

    /** Unpacks the files of a ZIP. */
    public static void unzip(InputStream archive, Path directory) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Files.copy(zip, Directories.within(directory, entry.getName()));
        }
    }

    /** The folder with the unpacked files, in this user's cache. */
    public Path unpacked() {
        return unpackedIn(cache(System.getProperties(), System.getenv()));
    }

    /** The folder with the unpacked files. */
    Path unpackedIn(Path cache) {
        try {
            URLConnection archive = locate().openConnection();
            archive.setUseCaches(false);
            // The size is part of the name: the same version may be packed with other libraries.
            Path directory = cache.resolve(name + "-" + version() + "-" + archive.getContentLengthLong());
            try (InputStream in = new BufferedInputStream(archive.getInputStream(), 1 << 16)) {
                return Files.isDirectory(directory) ? directory : unpack(in, cache, directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be unpacked into " + cache, e);
        }
    }

    /** {@code -Dparagon.servers.cache}, else {@code PARAGON_SERVERS_CACHE}, else the XDG cache folder. */
    static Path cache(Properties properties, Map<String, String> environment) {
        return Optional.ofNullable(properties.getProperty("paragon.servers.cache"))
                .or(() -> Optional.ofNullable(environment.get("PARAGON_SERVERS_CACHE")))
                .or(() -> Optional.ofNullable(environment.get("XDG_CACHE_HOME")).map(c -> c + "/paragon/servers"))
                .map(Path::of)
                .orElseGet(() -> Path.of(properties.getProperty("user.home"), ".cache", "paragon", "servers"))
                .toAbsolutePath();
    }

    private Path unpack(InputStream archive, Path cache, Path directory) throws IOException {
        Files.createDirectories(cache);
        // Readable for others: PostgreSQL may have to run as a user other than the one that unpacks it.
        Path own = Files.createTempDirectory(
                cache,
                ".unpacking-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try {
            unpacking.unpack(archive, own);
            return nameOnce(own, directory);
        } finally {
            Directories.delete(own);
        }
    }

    private static Path nameOnce(Path own, Path directory) throws IOException {
        try {
            return Files.move(own, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (Files.isDirectory(directory)) {
                return directory;
            }
            throw e;
        }
    }

    private URL locate() {
        return Optional.ofNullable(ServerArchive.class.getResource(resource))
                .orElseThrow(() -> new IllegalStateException(resource
                        + " is not on the classpath; building the module backing-servers with Maven packs it"));
    }

    private String version() throws IOException {
        Properties versions = new Properties();
        try (InputStream in = ServerArchive.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        }
        return versions.getProperty(name);
    }
}
