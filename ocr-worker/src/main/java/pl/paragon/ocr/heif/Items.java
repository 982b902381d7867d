package pl.paragon.ocr.heif;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.ocr.heif.Boxes.Box;
import pl.paragon.ocr.heif.CodedPicture.Extent;

/** What a file's {@code meta} box lists: items by their number, what is known of each, and how they refer to others. */
final class Items {

    private static final int MOST_EXTENTS = 20_000;
    private static final int IN_FILE = 0;
    private static final int IN_META = 1;

    private final long fileLength;
    private final Map<Long, String> types = new LinkedHashMap<>();
    private final Map<Long, List<Box>> properties = new HashMap<>();
    private final Map<Long, List<Extent>> extents = new HashMap<>();
    /** Short data, such as a grid's, may lie in the box itself. */
    private final Map<Long, ByteBuffer> inline = new HashMap<>();

    private final List<Reference> references = new ArrayList<>();
    private long primary = -1;

    /** @param type e.g. {@code dimg}, from a grid to its tiles, or {@code auxl}, from an alpha to its picture */
    record Reference(String type, long from, List<Long> to) {}

    private Items(long fileLength) {
        this.fileLength = fileLength;
    }

    static Items read(ByteBuffer meta, long fileLength) throws HeifException {
        Items items = new Items(fileLength);
        meta.getInt();
        List<Box> boxes = Boxes.in(meta);
        ByteBuffer data = Boxes.first(boxes, "idat").map(Box::content).orElse(ByteBuffer.allocate(0));
        for (Box box : boxes) {
            switch (box.type()) {
                case "pitm" -> items.primary = Boxes.number(box.content(), box.version() == 0 ? 2 : 4);
                case "iinf" -> items.information(box);
                case "iref" -> items.references(box);
                case "iprp" -> items.properties(box);
                case "iloc" -> items.locations(box, data);
                default -> {} // who made it, and what nobody asks for
            }
        }
        return items;
    }

    long primary() throws HeifException {
        if (!types.containsKey(primary)) {
            throw HeifException.broken("no primary item");
        }
        return primary;
    }

    String type(long item) throws HeifException {
        String type = types.get(item);
        if (type == null) {
            throw HeifException.broken("an item that is not listed");
        }
        return type;
    }

    List<Box> properties(long item) {
        return properties.getOrDefault(item, List.of());
    }

    Optional<ByteBuffer> property(long item, String type) {
        return Boxes.first(properties(item), type).map(box -> box.content().duplicate());
    }

    List<Extent> extents(long item) throws HeifException {
        List<Extent> found = extents.get(item);
        if (found == null || found.isEmpty()) {
            throw HeifException.broken("an item without data");
        }
        return found;
    }

    Optional<ByteBuffer> inline(long item) {
        return Optional.ofNullable(inline.get(item)).map(ByteBuffer::duplicate);
    }

    /** What an item refers to in this way. */
    List<Long> referencesFrom(long item, String type) {
        return references.stream()
                .filter(reference ->
                        reference.from() == item && reference.type().equals(type))
                .findFirst()
                .map(Reference::to)
                .orElse(List.of());
    }

    /** The items that refer to one in this way. */
    List<Long> referencesTo(long item, String type) {
        return references.stream()
                .filter(reference ->
                        reference.type().equals(type) && reference.to().contains(item))
                .map(Reference::from)
                .toList();
    }

    private void information(Box box) throws HeifException {
        ByteBuffer content = box.content();
        Boxes.number(content, box.version() == 0 ? 2 : 4);
        for (Box entry : Boxes.in(content)) {
            if (!entry.type().equals("infe")) {
                continue;
            }
            int version = entry.version();
            if (version < 2) {
                continue; // older than HEIF, and no picture
            }
            long item = Boxes.number(entry.content(), version == 2 ? 2 : 4);
            entry.content().getShort();
            types.putIfAbsent(item, Boxes.fourLetters(entry.content()));
        }
    }

    private void references(Box box) throws HeifException {
        int size = box.version() == 0 ? 2 : 4;
        for (Box entry : box.children()) {
            ByteBuffer content = entry.content();
            long from = Boxes.number(content, size);
            int count = content.getShort() & 0xFFFF;
            List<Long> to = new ArrayList<>(Math.min(count, content.remaining() / size));
            for (int i = 0; i < count; i++) {
                to.add(Boxes.number(content, size));
            }
            references.add(new Reference(entry.type(), from, Collections.unmodifiableList(to)));
        }
    }

    private void properties(Box box) throws HeifException {
        List<Box> parts = box.children();
        Box container = Boxes.first(parts, "ipco").orElseThrow(() -> HeifException.broken("no properties"));
        List<Box> all = container.children();
        for (Box part : parts) {
            if (part.type().equals("ipma")) {
                associate(part, all);
            }
        }
    }

    private void associate(Box box, List<Box> all) throws HeifException {
        ByteBuffer content = box.content();
        int head = content.getInt();
        int itemSize = head >>> 24 == 0 ? 2 : 4;
        boolean wide = (head & 1) != 0;
        long entries = Boxes.number(content, 4);
        for (long i = 0; i < entries; i++) {
            long item = Boxes.number(content, itemSize);
            int count = content.get() & 0xFF;
            List<Box> own = new ArrayList<>(count);
            for (int j = 0; j < count; j++) {
                int index = wide ? content.getShort() & 0x7FFF : content.get() & 0x7F;
                if (index > all.size()) {
                    throw HeifException.broken("a property that is not listed");
                }
                if (index > 0) {
                    own.add(all.get(index - 1));
                }
            }
            properties.putIfAbsent(item, own);
        }
    }

    private void locations(Box box, ByteBuffer data) throws HeifException {
        ByteBuffer content = box.content();
        int version = box.version();
        int sizes = content.getShort();
        int offsetSize = sizes >> 12 & 0xF;
        int lengthSize = sizes >> 8 & 0xF;
        int baseSize = sizes >> 4 & 0xF;
        int indexSize = version == 0 ? 0 : sizes & 0xF;
        long count = Boxes.number(content, version < 2 ? 2 : 4);
        int total = 0;
        for (long i = 0; i < count; i++) {
            long item = Boxes.number(content, version < 2 ? 2 : 4);
            int method = version == 0 ? IN_FILE : content.getShort() & 0xF;
            content.getShort(); // in another file: telephones have none
            long base = Boxes.number(content, baseSize);
            int pieces = content.getShort() & 0xFFFF;
            total += pieces;
            if (total > MOST_EXTENTS) {
                throw HeifException.broken("pieces of data without number");
            }
            List<Extent> found = new ArrayList<>(pieces);
            for (int j = 0; j < pieces; j++) {
                Boxes.number(content, indexSize);
                long offset = base + Boxes.number(content, offsetSize);
                long length = Boxes.number(content, lengthSize);
                long room = method == IN_META ? data.limit() : fileLength;
                if (offset < 0 || length <= 0 || offset > room || length > room - offset) {
                    throw HeifException.broken("data beyond the end");
                }
                found.add(new Extent(offset, Math.toIntExact(length)));
            }
            switch (method) {
                case IN_FILE -> extents.putIfAbsent(item, found);
                case IN_META -> {
                    if (found.size() == 1) {
                        Extent only = found.getFirst();
                        inline.putIfAbsent(item, data.slice((int) only.offset(), only.length()));
                    }
                }
                default -> {} // made of other items: whoever needs it finds no data
            }
        }
    }
}
