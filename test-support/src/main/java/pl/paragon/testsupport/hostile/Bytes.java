package pl.paragon.testsupport.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;

/** Puts files together byte by byte. */
final class Bytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static byte[] zeros(int length) {
        return new byte[length];
    }

    static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** The same noise each time. */
    static byte[] noise(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A zlib stream. */
    static byte[] deflated(byte[] content) {
        return deflated(content, 1);
    }

    /** A zlib stream of {@code times} copies of {@code content}; never the whole of it in memory. */
    static byte[] deflated(byte[] content, int times) {
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

    Bytes put(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes put(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    Bytes put(String text) {
        return put(ascii(text));
    }

    /** Big-endian. */
    Bytes int32(long value) {
        return put(
                (int) (value >> 24) & 0xFF, (int) (value >> 16) & 0xFF, (int) (value >> 8) & 0xFF, (int) value & 0xFF);
    }

    Bytes int16(int value) {
        return put(value >> 8 & 0xFF, value & 0xFF);
    }

    Bytes little32(long value) {
        return put(
                (int) value & 0xFF, (int) (value >> 8) & 0xFF, (int) (value >> 16) & 0xFF, (int) (value >> 24) & 0xFF);
    }

    Bytes little24(int value) {
        return put(value & 0xFF, value >> 8 & 0xFF, value >> 16 & 0xFF);
    }

    Bytes little16(int value) {
        return put(value & 0xFF, value >> 8 & 0xFF);
    }

    int length() {
        return out.size();
    }

    byte[] all() {
        return out.toByteArray();
    }
}
