package pl.paragon.ocr.heif;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Boxes of the ISO base media format, one after the other in a stretch of bytes. */
final class Boxes {

    /** A telephone's picture has some hundred items and half as many properties. */
    private static final int MOST = 5_000;

    private Boxes() {}

    /** A box: its four letters, and its content from position 0. */
    record Box(String type, ByteBuffer content) {

        /** The version of a box that has one; its flags are passed over. */
        int version() {
            return content.getInt() >>> 24;
        }

        List<Box> children() throws HeifException {
            return Boxes.in(content);
        }
    }

    static List<Box> in(ByteBuffer bytes) throws HeifException {
        ByteBuffer rest = bytes.slice();
        List<Box> boxes = new ArrayList<>();
        while (rest.remaining() >= 8) {
            int start = rest.position();
            long size = rest.getInt() & 0xFFFFFFFFL;
            String type = fourLetters(rest);
            if (size == 1 && rest.remaining() >= 8) {
                size = rest.getLong();
            } else if (size == 0) {
                size = rest.limit() - (long) start;
            }
            int head = rest.position() - start;
            if (size < head || size > rest.limit() - (long) start || boxes.size() == MOST) {
                throw HeifException.broken("a box of " + size + " bytes");
            }
            boxes.add(new Box(type, rest.slice(start + head, (int) size - head)));
            rest.position(start + (int) size);
        }
        return boxes;
    }

    static Optional<Box> first(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
    }

    static String fourLetters(ByteBuffer bytes) {
        byte[] letters = new byte[4];
        bytes.get(letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    /** An unsigned number of so many bytes: 0, 1, 2, 4 or 8. */
    static long number(ByteBuffer bytes, int size) throws HeifException {
        return switch (size) {
            case 0 -> 0;
            case 1 -> bytes.get() & 0xFF;
            case 2 -> bytes.getShort() & 0xFFFF;
            case 4 -> bytes.getInt() & 0xFFFFFFFFL;
            case 8 -> bytes.getLong();
            default -> throw HeifException.broken("a number of " + size + " bytes");
        };
    }
}
