package pl.paragon.ocr.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageOutputStream;
import pl.paragon.contracts.file.FileType;
import pl.paragon.ocr.reading.StopSignal;

/** Pictures of the {@link Scene} in files: the fixtures, and what Java writes or the test does byte by byte. */
record PictureFiles(Path folder) {

    static final List<String> FIXTURES = List.of(
            "scene.heic",
            "grid.heic",
            "mirrored.heic",
            "upside.heic",
            "alpha.heic",
            "scene.avif",
            "ten-bits.avif",
            "alpha.avif",
            "scene.jp2",
            "scene.j2k");

    Path fixture(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = getClass().getResourceAsStream("/pictures/" + name)) {
            return Files.write(file, in.readAllBytes());
        }
    }

    Path write(String format, BufferedImage image) throws IOException {
        Path file = folder.resolve("written." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    Path jpeg(int orientation) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(Scene.stored(Scene.drawn(BufferedImage.TYPE_3BYTE_BGR), orientation), "jpg", jpeg);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg.toByteArray(), 0, 2);
        out.writeBytes(
                HexFormat.of().parseHex("ffe1" + "%04x".formatted(exif(orientation).length + 8) + "457869660000"));
        out.writeBytes(exif(orientation));
        out.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return Files.write(folder.resolve("turned.jpg"), out.toByteArray());
    }

    /** Transparent and turned: OpenCV does one or the other. */
    Path png(int orientation) throws IOException {
        byte[] png = Files.readAllBytes(
                write("png", Scene.stored(Scene.transparent(BufferedImage.TYPE_INT_ARGB), orientation)));
        byte[] exif = exif(orientation);
        CRC32 sum = new CRC32();
        ByteBuffer chunk = ByteBuffer.allocate(exif.length + 12)
                .putInt(exif.length)
                .put("eXIf".getBytes())
                .put(exif);
        sum.update(chunk.array(), 4, exif.length + 4);
        chunk.putInt((int) sum.getValue());
        int afterHeader = 8 + 25;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, afterHeader);
        out.writeBytes(chunk.array());
        out.write(png, afterHeader, png.length - afterHeader);
        return Files.write(folder.resolve("turned.png"), out.toByteArray());
    }

    Path tiff(int orientation) throws IOException {
        BufferedImage image = Scene.stored(Scene.drawn(BufferedImage.TYPE_3BYTE_BGR), orientation);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        Path file = folder.resolve("turned.tiff");
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            IIOMetadata metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
            TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
            directory.addTIFFField(new TIFFField(
                    BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_ORIENTATION), orientation));
            writer.write(null, new IIOImage(image, null, directory.getAsMetadata()), writer.getDefaultWriteParam());
        } finally {
            writer.dispose();
        }
        return file;
    }

    Path tiff(String compression, BufferedImage... pages) throws IOException {
        return sequence("tiff", compression, pages);
    }

    Path sequence(String format, String compression, BufferedImage... pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        Path file = folder.resolve("sequence." + format);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (compression != null) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionType(compression);
            }
            if (pages.length == 1) {
                writer.write(null, new IIOImage(pages[0], null, null), parameters);
                return file;
            }
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), parameters);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    /** Java writes none of 32 bits, and none of 4 that is not packed. */
    Path bmp(BufferedImage image, int depth) throws IOException {
        int palette = depth == 4 ? 4 * 16 : 0;
        int row = (Scene.WIDTH * depth + 31) / 32 * 4;
        ByteBuffer bmp = ByteBuffer.allocate(54 + palette + row * Scene.HEIGHT).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(bmp.capacity()).putInt(0).putInt(54 + palette);
        bmp.putInt(40)
                .putInt(Scene.WIDTH)
                .putInt(-Scene.HEIGHT)
                .putShort((short) 1)
                .putShort((short) depth);
        if (depth == 4) {
            bmp.position(54);
            bmp.putInt(0).putInt(0xFF0000).putInt(0xFF).putInt(0xFFFFFF);
        }
        for (int y = 0; y < Scene.HEIGHT; y++) {
            bmp.position(54 + palette + y * row);
            for (int x = 0; x < Scene.WIDTH; x += depth == 4 ? 2 : 1) {
                if (depth == 4) {
                    int two = image.getRaster().getSample(x, y, 0) << 4
                            | image.getRaster().getSample(x + 1, y, 0);
                    bmp.put((byte) two);
                } else {
                    bmp.putInt(image.getRGB(x, y) & 0xFFFFFF);
                }
            }
        }
        return Files.write(folder.resolve("deep.bmp"), bmp.array());
    }

    private static byte[] exif(int orientation) {
        return HexFormat.of()
                .parseHex(
                        "4d4d002a00000008" + "0001" + "011200030000000100%02x0000".formatted(orientation) + "00000000");
    }

    static Picture decode(PictureDecoder decoder, Path file) throws Exception {
        FileType type = type(file);
        return decoder.decode(file, type, decoder.check(file, type).getFirst(), new StopSignal());
    }

    static FileType type(Path file) throws IOException {
        return FileType.detected(Files.readAllBytes(file)).orElseThrow();
    }
}
