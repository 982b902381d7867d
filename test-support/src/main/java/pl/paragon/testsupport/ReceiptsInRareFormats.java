package pl.paragon.testsupport;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * An invented receipt of 26.77 zł as telephones, scanners and archives write it, and as a picture whose print is in the
 * alpha alone. Java cannot write most of these: they are resources, made by the OCR worker's {@code make-pictures}.
 */
public enum ReceiptsInRareFormats {
    HEIC("receipt.heic"),
    AVIF("receipt.avif"),
    JPEG2000("receipt.jp2"),
    /** Black on black, if the alpha is not looked at. */
    ALPHA_ALONE("alpha-alone.png"),
    /** The first half on the first page, the other on the second. */
    TIFF_OF_TWO_PAGES("pages.tiff");

    private final String name;

    ReceiptsInRareFormats(String name) {
        this.name = name;
    }

    /** Writes the file into a folder. */
    public Path writeInto(Path folder) {
        Path file = folder.resolve(name);
        try {
            if (this == TIFF_OF_TWO_PAGES) {
                int half = DrawnReceipts.LINES.size() / 2;
                writeTiff(
                        file,
                        page(DrawnReceipts.LINES.subList(0, half)),
                        page(DrawnReceipts.LINES.subList(half, DrawnReceipts.LINES.size())));
                return file;
            }
            try (InputStream in = ReceiptsInRareFormats.class.getResourceAsStream("/receipts/" + name)) {
                return Files.write(file, in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage page(List<String> lines) {
        return DrawnReceipts.picture(lines, Color.BLACK, Color.WHITE);
    }

    private static void writeTiff(Path file, BufferedImage... pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), writer.getDefaultWriteParam());
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }
}
