package pl.paragon.system;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A message of Protocol Buffers without its schema: the texts, bytes and messages in it, by their fields' numbers. */
final class ProtobufMessage {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    private final Map<Integer, List<byte[]>> fields = new HashMap<>();

    private ProtobufMessage() {}

    static ProtobufMessage of(byte[] bytes) {
        ProtobufMessage message = new ProtobufMessage();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            int tag = varint(rest);
            switch (tag & 7) {
                case VARINT -> varint(rest);
                case EIGHT_BYTES -> rest.position(rest.position() + Long.BYTES);
                case FOUR_BYTES -> rest.position(rest.position() + Integer.BYTES);
                case LENGTH -> {
                    byte[] value = new byte[varint(rest)];
                    rest.get(value);
                    message.fields
                            .computeIfAbsent(tag >> 3, number -> new ArrayList<>())
                            .add(value);
                }
                default -> throw new IllegalArgumentException("No message: wire type " + (tag & 7));
            }
        }
        return message;
    }

    private static int varint(ByteBuffer rest) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = rest.get();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    List<ProtobufMessage> messages(int field) {
        return values(field).stream().map(ProtobufMessage::of).toList();
    }

    String text(int field) {
        return new String(last(field), StandardCharsets.UTF_8);
    }

    String hex(int field) {
        return HexFormat.of().formatHex(last(field));
    }

    private byte[] last(int field) {
        List<byte[]> values = values(field);
        return values.isEmpty() ? new byte[0] : values.getLast();
    }

    private List<byte[]> values(int field) {
        return fields.getOrDefault(field, List.of());
    }
}
