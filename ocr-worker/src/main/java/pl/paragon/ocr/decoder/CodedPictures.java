package pl.paragon.ocr.decoder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import pl.paragon.ocr.decoder.Frames.Pixels;
import pl.paragon.ocr.heif.CodedPicture;
import pl.paragon.ocr.heif.HeifException;
import pl.paragon.ocr.heif.HeifFile;
import pl.paragon.ocr.heif.HeifPicture;

/** HEIC, AVIF and JPEG 2000, by FFmpeg's codecs; a grid is decoded tile by tile, so its size takes no memory. */
final class CodedPictures {

    /** What a codec adds to a picture's sides to fill its last blocks. */
    private static final int BLOCK = 128;

    private final PixelSink out;
    private final int reduction;

    CodedPictures(PixelSink out, int reduction) {
        this.out = out;
        this.reduction = reduction;
    }

    void jpeg2000(Path file, int width, int height) throws IOException, DecoderException {
        try (Frames frames = new Frames("jpeg2000", new byte[0], mostPixels(width, height), Map.of())) {
            write(frames, file, width, height);
        }
    }

    void tiff(Path file, int index, int width, int height) throws IOException, DecoderException {
        Map<String, String> page = Map.of("page", String.valueOf(index + 1));
        try (Frames frames = new Frames("tiff", new byte[0], mostPixels(width, height), page)) {
            write(frames, file, width, height);
        }
    }

    private void write(Frames frames, Path file, int width, int height) throws IOException, DecoderException {
        Pixels pixels = frames.decode(Files.readAllBytes(file), width, height, reduction, false);
        out.begin(pixels.width(), pixels.height());
        byte[] row = new byte[pixels.width() * PixelSink.CHANNELS];
        for (int y = 0; y < pixels.height(); y++) {
            copy(pixels, Optional.empty(), y, row, 0, pixels.width());
            out.write(row, 0, row.length);
        }
    }

    void heif(Path file) throws IOException, DecoderException, HeifException {
        HeifPicture picture = HeifFile.read(file);
        try (FileChannel data = FileChannel.open(file);
                Tiles tiles = new Tiles(data, picture, false);
                Tiles alphas = picture.alpha().isPresent()
                        ? new Tiles(data, picture.alpha().get(), true)
                        : null) {
            write(picture, tiles, Optional.ofNullable(alphas));
        }
    }

    private void write(HeifPicture picture, Tiles tiles, Optional<Tiles> alphas)
            throws IOException, DecoderException, HeifException {
        int width = reduced(picture.width());
        int height = reduced(picture.height());
        int tileWidth = reduced(picture.tileWidth());
        int tileHeight = reduced(picture.tileHeight());
        int rowLength = width * PixelSink.CHANNELS;
        byte[] band = new byte[Math.multiplyExact(rowLength, Math.min(height, tileHeight))];
        out.begin(width, height);
        for (int row = 0; row < picture.rows(); row++) {
            int rows = Math.min(tileHeight, height - row * tileHeight);
            for (int column = 0; column < picture.columns(); column++) {
                int index = row * picture.columns() + column;
                int left = column * tileWidth;
                int columns = Math.min(tileWidth, width - left);
                Pixels tile = tiles.decode(index);
                Optional<Pixels> alpha =
                        alphas.isPresent() ? Optional.of(alphas.get().decode(index)) : Optional.empty();
                for (int y = 0; y < rows; y++) {
                    copy(tile, alpha, y, band, y * rowLength + left * PixelSink.CHANNELS, columns);
                }
            }
            out.write(band, 0, rows * rowLength);
        }
    }

    private int reduced(int length) {
        return (length + reduction - 1) / reduction;
    }

    private static long mostPixels(int width, int height) {
        return (width + (long) BLOCK) * (height + (long) BLOCK);
    }

    /** One row of a picture, as it looks on white. */
    private static void copy(Pixels from, Optional<Pixels> alpha, int y, byte[] to, int at, int width) {
        int channels = from.channels();
        int start = y * from.width() * channels;
        if (channels == PixelSink.CHANNELS && alpha.isEmpty()) {
            System.arraycopy(from.bytes(), start, to, at, width * channels);
            return;
        }
        for (int x = 0; x < width; x++) {
            int pixel = start + x * channels;
            int opacity = alpha.isPresent()
                    ? alpha.get().bytes()[y * from.width() + x]
                    : from.bytes()[pixel + PixelSink.CHANNELS];
            for (int c = 0; c < PixelSink.CHANNELS; c++) {
                to[at + x * PixelSink.CHANNELS + c] = PixelSink.onWhite(from.bytes()[pixel + c] & 0xFF, opacity & 0xFF);
            }
        }
    }

    /** The tiles of one picture, by one decoder: telephones give all of them the same configuration. */
    private final class Tiles implements AutoCloseable {

        private final FileChannel file;
        private final HeifPicture picture;
        private final boolean grey;
        private final Frames frames;

        private Tiles(FileChannel file, HeifPicture picture, boolean grey) throws DecoderException {
            CodedPicture first = picture.tiles().getFirst();
            this.file = file;
            this.picture = picture;
            this.grey = grey;
            String decoder =
                    switch (first.codec()) {
                        case HEVC -> "hevc";
                        case AV1 -> "libaom-av1";
                    };
            this.frames =
                    new Frames(decoder, first.configuration(), mostPixels(first.width(), first.height()), Map.of());
        }

        private Pixels decode(int index) throws IOException, DecoderException, HeifException {
            CodedPicture tile = picture.tiles().get(index);
            return frames.decode(tile.data(file), tile.width(), tile.height(), reduction, grey);
        }

        @Override
        public void close() {
            frames.close();
        }
    }
}
