package pl.paragon.api.batch.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.intake.RefusedException;

/**
 * Remembers the last bytes of a ZIP while it is read. Who reads it entry by entry stops at whatever is no entry, and so
 * takes an archive that was cut off for a shorter one: whether it is whole, its last record says.
 */
final class ArchiveEnd extends FilterInputStream {

    /** The record (APPNOTE.TXT 4.3.16): signature, disks, entries on this disk, entries, directory, comment. */
    private static final int RECORD = 22;

    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENTRIES = 10;

    /** Says that the number stands in another record. */
    private static final int ZIP64 = 0xFFFF;

    private final byte[] last = new byte[RECORD + LONGEST_COMMENT];
    private long count;

    ArchiveEnd(InputStream archive) {
        super(archive);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = super.read(target, offset, length);
        for (int i = 0; i < n; i++) {
            last[(int) ((count + i) % last.length)] = target[offset + i];
        }
        count += Math.max(n, 0);
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, 8192)).length;
    }

    /**
     * Reads on to the end.
     *
     * @param entries that were read
     * @throws RefusedException if the archive's last record is missing, or names another number of entries
     */
    void requireEnd(int entries) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        long first = Math.max(0, count - last.length);
        for (long at = count - RECORD; at >= first; at--) {
            if (isRecord(at)) {
                int said = number(at + ENTRIES);
                if (said == ZIP64 || said == entries) {
                    return;
                }
                break;
            }
        }
        throw new RefusedException(new Refusal.BadArchive("The archive is broken or incomplete"));
    }

    private boolean isRecord(long at) {
        return at(at) == 'P' && at(at + 1) == 'K' && at(at + 2) == 5 && at(at + 3) == 6;
    }

    /** Two bytes, the lower one first. */
    private int number(long at) {
        return at(at) | at(at + 1) << 8;
    }

    private int at(long position) {
        return last[(int) (position % last.length)] & 0xFF;
    }
}
