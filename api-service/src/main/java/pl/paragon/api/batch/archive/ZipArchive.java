package pl.paragon.api.batch.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.intake.RefusedException;

/**
 * Reads a ZIP from its beginning to its end, in pieces, and believes nothing that it says of itself: entries are
 * counted and measured as they are unpacked, and its directory must be there and name as many.
 */
public final class ZipArchive {

    /** How many bytes tell one. */
    public static final int SIGNATURE = 4;

    /** As clients declare one. */
    public static final Set<String> TYPES =
            Set.of("application/zip", "application/x-zip-compressed", "application/x-zip", "multipart/x-zip");

    /** Whatever the ratio: an archive of a few hundred bytes is no bomb. */
    private static final long ALWAYS_ALLOWED = 1024 * 1024;

    private final Bounds bounds;
    private final long packed;
    private long unpacked;

    /** @param packed the archive's size in bytes */
    public ZipArchive(Bounds bounds, long packed) {
        this.bounds = bounds;
        this.packed = packed;
    }

    /**
     * What an archive may be.
     *
     * @param bytes unpacked
     * @param ratio of its size unpacked to its size
     */
    public record Bounds(int entries, long bytes, int ratio) {}

    /** Whether a file that begins like this is one: with an entry, or with the end of an empty one. */
    public static boolean isOne(byte[] beginning) {
        return beginning.length == SIGNATURE
                && beginning[0] == 'P'
                && beginning[1] == 'K'
                && (beginning[2] == 3 && beginning[3] == 4 || beginning[2] == 5 && beginning[3] == 6);
    }

    /** What becomes of each file. */
    public interface Files {
        /** @param content of the file, read as far as it is wanted, not closed */
        void add(String name, InputStream content) throws IOException;
    }

    /**
     * @throws RefusedException with {@link Refusal.BadArchive}, perhaps after some of its files were added
     * @throws IOException if the archive cannot be read
     */
    public void read(InputStream archive, Files files) throws IOException {
        ArchiveEnd end = new ArchiveEnd(archive);
        Set<String> names = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(end, EntryName.CODE_PAGE)) {
            int entries = 0;
            for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
                if (++entries > bounds.entries()) {
                    throw refused("The archive has more than " + bounds.entries() + " entries");
                }
                String name = EntryName.decoded(entry.getName());
                var fault = EntryName.fault(name);
                if (fault.isPresent()) {
                    throw refused(fault.get());
                }
                if (!names.add(name)) {
                    throw refused("Two entries of the archive have the same name");
                }
                InputStream content = new Content(zip);
                if (!entry.isDirectory() && !EntryName.isJunk(name)) {
                    files.add(name, content);
                }
                content.transferTo(OutputStream.nullOutputStream());
            }
            end.requireEnd(entries);
        }
    }

    private static ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw broken(e);
        }
    }

    private static RefusedException broken(Exception e) {
        String why = String.valueOf(e.getMessage());
        return new RefusedException(
                new Refusal.BadArchive(
                        why.contains("encrypted")
                                ? "The archive is encrypted"
                                : why.contains("compression method") || why.contains("only DEFLATED")
                                        ? "The archive is packed by a method other than deflate"
                                        : "The archive is broken or incomplete"),
                e);
    }

    private static RefusedException refused(String why) {
        return new RefusedException(new Refusal.BadArchive(why));
    }

    /** Of one entry; measures what is unpacked. */
    private final class Content extends FilterInputStream {

        Content(ZipInputStream zip) {
            super(zip);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n;
            try {
                n = super.read(target, offset, length);
            } catch (ZipException | EOFException e) {
                throw broken(e);
            }
            unpacked += Math.max(n, 0);
            if (unpacked > bounds.bytes()) {
                throw refused("The archive is larger than " + bounds.bytes() + " bytes unpacked");
            }
            if (unpacked > ALWAYS_ALLOWED && unpacked / bounds.ratio() > packed) {
                throw refused("The archive is more than " + bounds.ratio() + " times larger unpacked than packed");
            }
            return n;
        }

        @Override
        public long skip(long n) throws IOException {
            throw new UnsupportedOperationException("what is skipped would not be measured");
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {
            // The archive goes on after its entry.
        }
    }
}
