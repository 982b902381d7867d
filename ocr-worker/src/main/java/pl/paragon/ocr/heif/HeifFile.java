package pl.paragon.ocr.heif;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.paragon.ocr.heif.Boxes.Box;
import pl.paragon.ocr.heif.CodedPicture.Codec;
import pl.paragon.ocr.heif.CodedPicture.Extent;

/**
 * Finds the picture that a HEIC or AVIF file shows: its primary item, with the tiles and the alpha that belong to it.
 */
public final class HeifFile {

    /** The list of a telephone's picture has some ten kilobytes. */
    private static final long MOST_META = 1 << 20;

    private static final int MOST_BOXES = 1_000;
    private static final int MOST_CONFIGURATION = 1 << 16;
    private static final int MOST_GRID_BYTES = 12;
    private static final Set<String> ALPHAS = Set.of(
            "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", "urn:mpeg:hevc:2015:auxid:1", "urn:mpeg:avc:2015:auxid:1");

    private final Items items;
    private final FileChannel file;

    private HeifFile(Items items, FileChannel file) {
        this.items = items;
        this.file = file;
    }

    /** @throws HeifException if the file is broken, or made in a way that is not read here */
    public static HeifPicture read(Path path) throws IOException, HeifException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            Items items = Items.read(meta(file), file.size());
            return new HeifFile(items, file).primary();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw HeifException.broken("a box that ends early");
        }
    }

    /** Boxes before it may be anywhere and of any size; of all boxes only this one is read into memory. */
    private static ByteBuffer meta(FileChannel file) throws IOException, HeifException {
        long at = 0;
        for (int i = 0; i < MOST_BOXES; i++) {
            ByteBuffer head = bytes(file, at, (int) Math.min(16, file.size() - at));
            long size = head.getInt() & 0xFFFFFFFFL;
            String type = Boxes.fourLetters(head);
            if (size == 1) {
                size = head.getLong();
            } else if (size == 0) {
                size = file.size() - at;
            }
            if (size < head.position() || size > file.size() - at) {
                throw HeifException.broken("a box of " + size + " bytes");
            }
            if (type.equals("meta")) {
                if (size > MOST_META) {
                    throw HeifException.broken("a list of " + size + " bytes");
                }
                return bytes(file, at + head.position(), (int) size - head.position());
            }
            at += size;
        }
        throw HeifException.broken("no list of items");
    }

    private static ByteBuffer bytes(FileChannel file, long at, int length) throws IOException, HeifException {
        if (length <= 0) {
            throw HeifException.broken("the file ends early");
        }
        Extent extent = new Extent(at, length);
        return ByteBuffer.wrap(new CodedPicture(Codec.HEVC, 0, 0, new byte[0], List.of(extent)).data(file));
    }

    private HeifPicture primary() throws IOException, HeifException {
        long item = items.primary();
        HeifPicture picture = picture(item);
        return picture.shown(alpha(item, picture), transforms(item, picture));
    }

    private HeifPicture picture(long item) throws IOException, HeifException {
        String type = items.type(item);
        if (type.equals("grid")) {
            return grid(item);
        }
        CodedPicture coded = coded(item, type);
        return new HeifPicture(coded.width(), coded.height(), 1, List.of(coded), Optional.empty(), List.of());
    }

    private HeifPicture grid(long item) throws IOException, HeifException {
        ByteBuffer grid = gridData(item);
        grid.get(); // version
        boolean wide = (grid.get() & 1) != 0;
        int rows = (grid.get() & 0xFF) + 1;
        int columns = (grid.get() & 0xFF) + 1;
        int width = Math.toIntExact(Boxes.number(grid, wide ? 4 : 2));
        int height = Math.toIntExact(Boxes.number(grid, wide ? 4 : 2));
        List<Long> numbers = items.referencesFrom(item, "dimg");
        if (numbers.size() != rows * columns) {
            throw HeifException.broken("a grid of " + rows + " × " + columns + " with " + numbers.size() + " tiles");
        }
        List<CodedPicture> tiles = new ArrayList<>(numbers.size());
        for (long number : numbers) {
            CodedPicture tile = coded(number, items.type(number));
            CodedPicture first = tiles.isEmpty() ? tile : tiles.getFirst();
            if (tile.width() != first.width() || tile.height() != first.height() || tile.codec() != first.codec()) {
                throw HeifException.broken("tiles that do not fit together");
            }
            tiles.add(tile);
        }
        CodedPicture tile = tiles.getFirst();
        requireCovered(width, tile.width(), columns);
        requireCovered(height, tile.height(), rows);
        return new HeifPicture(width, height, columns, tiles, Optional.empty(), List.of());
    }

    /** Each tile shows something of the picture, and nothing of it is left out. */
    private static void requireCovered(int length, int tile, int tiles) throws HeifException {
        if (length <= (long) tile * (tiles - 1) || length > (long) tile * tiles) {
            throw HeifException.broken("a grid whose tiles do not cover it");
        }
    }

    private ByteBuffer gridData(long item) throws IOException, HeifException {
        Optional<ByteBuffer> inline = items.inline(item);
        if (inline.isPresent()) {
            return inline.get();
        }
        Extent extent = items.extents(item).getFirst();
        return bytes(file, extent.offset(), Math.min(extent.length(), MOST_GRID_BYTES));
    }

    private CodedPicture coded(long item, String type) throws HeifException {
        Codec codec =
                switch (type) {
                    case "hvc1" -> Codec.HEVC;
                    case "av01" -> Codec.AV1;
                    default -> throw HeifException.unsupported("a picture of type " + type);
                };
        ByteBuffer extents = items.property(item, "ispe").orElseThrow(() -> HeifException.broken("no size"));
        extents.getInt();
        int width = extents.getInt();
        int height = extents.getInt();
        if (width <= 0 || height <= 0) {
            throw HeifException.broken("a size of " + width + " × " + height);
        }
        ByteBuffer configuration = items.property(item, codec == Codec.HEVC ? "hvcC" : "av1C")
                .filter(box -> box.remaining() <= MOST_CONFIGURATION)
                .orElseThrow(() -> HeifException.broken("no configuration of the decoder"));
        byte[] bytes = new byte[configuration.remaining()];
        configuration.get(bytes);
        return new CodedPicture(codec, width, height, bytes, items.extents(item));
    }

    /** An alpha that is not as the picture is would have to be guessed at, and is passed over. */
    private Optional<HeifPicture> alpha(long item, HeifPicture picture) throws IOException, HeifException {
        for (long auxiliary : items.referencesTo(item, "auxl")) {
            if (isAlpha(auxiliary)) {
                HeifPicture alpha = picture(auxiliary);
                boolean fits = alpha.width() == picture.width()
                        && alpha.height() == picture.height()
                        && alpha.columns() == picture.columns()
                        && alpha.tileWidth() == picture.tileWidth()
                        && alpha.tileHeight() == picture.tileHeight();
                return fits ? Optional.of(alpha) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isAlpha(long item) {
        return items.property(item, "auxC")
                .map(box -> StandardCharsets.ISO_8859_1.decode(box).toString())
                .filter(text -> text.length() > 4)
                .map(text -> text.substring(4).split("\0", 2)[0])
                .filter(ALPHAS::contains)
                .isPresent();
    }

    private List<Transform> transforms(long item, HeifPicture picture) throws HeifException {
        List<Transform> transforms = new ArrayList<>();
        for (Box property : items.properties(item)) {
            ByteBuffer content = property.content().duplicate();
            switch (property.type()) {
                case "irot" -> transforms.add(new Transform.Rotation(content.get() & 3));
                case "imir" -> transforms.add(new Transform.Mirroring((content.get() & 1) == 1));
                case "clap" -> transforms.add(crop(content, picture));
                default -> {} // what it shows is no matter of ours
            }
        }
        return transforms;
    }

    /** A clean aperture: its size, and how far its centre lies from the picture's, all as fractions. */
    private static Transform crop(ByteBuffer content, HeifPicture picture) throws HeifException {
        double width = fraction(content);
        double height = fraction(content);
        double left = (picture.width() - width) / 2 + fraction(content);
        double top = (picture.height() - height) / 2 + fraction(content);
        if (width < 1
                || height < 1
                || left < -0.5
                || top < -0.5
                || left + width > picture.width() + 0.5
                || top + height > picture.height() + 0.5) {
            throw HeifException.broken("a part of the picture that lies beside it");
        }
        return new Transform.Crop((int) Math.max(0, left), (int) Math.max(0, top), (int) width, (int) height);
    }

    private static double fraction(ByteBuffer content) throws HeifException {
        int numerator = content.getInt();
        int denominator = content.getInt();
        if (denominator == 0) {
            throw HeifException.broken("a division by zero");
        }
        return (double) numerator / denominator;
    }
}
