package pl.paragon.testsupport.hostile.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;

/** Puts files together byte by byte. */
public final class Bytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public static byte[] zeros(int length) {
        return new byte[length];
    }

    public static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** The same noise each time. */
    public static byte[] noise(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A zlib stream. */
    public static byte[] deflated(byte[] content) {
        return deflated(content, 1);
    }

    /** A zlib stream of {@code times} copies of {@code content}; never the whole of it in memory. */
    public static byte[] deflated(byte[] content, int times) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 14];
            for (int i = 0; i < times; i++) {
                deflater.setInput(content);
                while (!deflater.needsInput()) {
                    out.write(buffer, 0, deflater.deflate(buffer));
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    public Bytes put(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public Bytes put(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    public Bytes put(String text) {
        return put(ascii(text));
    }

    /** Big-endian. */
    public Bytes int32(long value) {
        return put(
                (int) (value >> 24) & 0xFF, (int) (value >> 16) & 0xFF, (int) (value >> 8) & 0xFF, (int) value & 0xFF);
    }

    public Bytes int16(int value) {
        return put(value >> 8 & 0xFF, value & 0xFF);
    }

    public Bytes little32(long value) {
        return put(
                (int) value & 0xFF, (int) (value >> 8) & 0xFF, (int) (value >> 16) & 0xFF, (int) (value >> 24) & 0xFF);
    }

    public Bytes little24(int value) {
        return put(value & 0xFF, value >> 8 & 0xFF, value >> 16 & 0xFF);
    }

    public Bytes little16(int value) {
        return put(value & 0xFF, value >> 8 & 0xFF);
    }

    public int length() {
        return out.size();
    }

    public byte[] all() {
        return out.toByteArray();
    }
}
