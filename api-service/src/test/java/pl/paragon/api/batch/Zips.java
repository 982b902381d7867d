package pl.paragon.api.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives, made in memory. */
public final class Zips {

    /** In the first entry's header: bit 0 of the flags says that it is encrypted, and the method follows. */
    private static final int FLAGS = 6;

    private static final int METHOD = 8;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip;

    public Zips() {
        this(StandardCharsets.UTF_8);
    }

    private Zips(Charset names) {
        zip = new ZipOutputStream(bytes, names);
    }

    /** One whose names have no mark of UTF-8. */
    public static Zips named(Charset names) {
        return new Zips(names);
    }

    public Zips with(String name, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] encrypted() {
        byte[] archive = bytes();
        archive[FLAGS] |= 1;
        return archive;
    }

    public byte[] packedBy(int method) {
        byte[] archive = bytes();
        archive[METHOD] = (byte) method;
        return archive;
    }

    /** Another name of the same length wherever it stands. */
    public static byte[] renamed(byte[] archive, String from, String to) {
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
