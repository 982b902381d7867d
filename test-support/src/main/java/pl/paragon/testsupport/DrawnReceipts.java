package pl.paragon.testsupport;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Invented receipts, drawn for tests: as pictures, and as PDF files with and without a text layer. */
public final class DrawnReceipts {

    public static final List<String> LINES = List.of(
            "SKLEP SPOŻYWCZY ŻÓŁW",
            "ul. Świętokrzyska 7, 00-123 Łódź",
            "NIP 123-456-32-18",
            "2026-03-14        nr wydr. 004711",
            "PARAGON FISKALNY",
            "Chleb wiejski    1 x4,50     4,50C",
            "Masło śmietank.  2 x7,99    15,98C",
            "Sok jabłkowy 1l  1 x6,29     6,29A",
            "Sprzedaż opodatkowana A       6,29",
            "SUMA PLN                     26,77");

    /** Of another shop, on another day. */
    public static final List<String> OTHER_LINES = List.of(
            "PIEKARNIA POD KASZTANEM",
            "ul. Ogrodowa 12, 90-456 Łódź",
            "NIP 725-118-20-48",
            "2026-03-17        nr wydr. 000815",
            "PARAGON FISKALNY",
            "Bułka grahamka   6 x1,20     7,20C",
            "Drożdżówka       3 x4,10    12,30C",
            "Sprzedaż opodatkowana C      19,50",
            "PTU C 5%                      0,93",
            "SUMA PLN                     19,50");

    private static final int FONT = 30;
    private static final int LEADING = 42;
    private static final int MARGIN = 40;

    private DrawnReceipts() {}

    /** Dark on light. */
    public static BufferedImage picture() {
        return picture(LINES, Color.BLACK, Color.WHITE);
    }

    public static BufferedImage picture(List<String> lines, Color ink, Color paper) {
        BufferedImage image = new BufferedImage(
                2 * MARGIN + 36 * 18, 2 * MARGIN + lines.size() * LEADING, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setColor(paper);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setColor(ink);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(new Font("DejaVu Sans Mono", Font.PLAIN, FONT));
        for (int i = 0; i < lines.size(); i++) {
            g.drawString(lines.get(i), MARGIN, MARGIN + (i + 1) * LEADING - LEADING / 4);
        }
        g.dispose();
        return image;
    }

    /** Two pictures on a white sheet, the second beside the first or below it. */
    public static BufferedImage together(BufferedImage first, BufferedImage second, boolean beside) {
        int width = beside ? first.getWidth() + second.getWidth() : Math.max(first.getWidth(), second.getWidth());
        int height = beside ? Math.max(first.getHeight(), second.getHeight()) : first.getHeight() + second.getHeight();
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = sheet.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.drawImage(first, 0, 0, null);
        g.drawImage(second, beside ? first.getWidth() : 0, beside ? 0 : first.getHeight(), null);
        g.dispose();
        return sheet;
    }

    /** Turned clockwise by so many quarters. */
    public static BufferedImage turned(BufferedImage image, int quarters) {
        BufferedImage result = image;
        for (int i = 0; i < quarters; i++) {
            AffineTransform turn = new AffineTransform(0, 1, -1, 0, result.getHeight(), 0);
            result = new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                    .filter(
                            result,
                            new BufferedImage(result.getHeight(), result.getWidth(), BufferedImage.TYPE_3BYTE_BGR));
        }
        return result;
    }

    public static BufferedImage scaled(BufferedImage image, double factor) {
        BufferedImage result = new BufferedImage(
                (int) (image.getWidth() * factor), (int) (image.getHeight() * factor), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = result.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(image, 0, 0, result.getWidth(), result.getHeight(), null);
        g.dispose();
        return result;
    }

    /** A picture file; the kind follows from the name's end: {@code .png} or {@code .jpg}. */
    public static Path write(BufferedImage image, Path file) {
        try {
            ImageIO.write(image, file.toString().endsWith(".png") ? "png" : "jpg", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG that is stored turned and says so by its EXIF orientation (6: turn it clockwise to see it upright). */
    public static Path writeWithOrientation6(BufferedImage upright, Path file) {
        try {
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(turned(upright, 3), "jpg", jpeg);
            byte[] bytes = jpeg.toByteArray();
            byte[] exif = HexFormat.of()
                    .parseHex(
                            "ffe10022" // the marker of an application segment of 34 bytes
                                    + "457869660000" // "Exif"
                                    + "4d4d002a00000008" // big-endian TIFF, its first directory at 8
                                    + "0001" // one entry
                                    + "0112000300000001" // orientation, a short, one of them
                                    + "00060000" // 6
                                    + "00000000"); // no further directory
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, 2);
            out.writeBytes(exif);
            out.write(bytes, 2, bytes.length - 2);
            return Files.write(file, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF whose pages hold text that can be seen. */
    public static Path writeTextPdf(Path file, int pages) {
        return writePdf(file, document -> {
            for (int i = 0; i < pages; i++) {
                text(document, RenderingMode.FILL);
            }
        });
    }

    /** A PDF whose pages are nothing but pictures. */
    public static Path writePicturePdf(Path file, int pages) {
        return writePicturePdf(file, Collections.nCopies(pages, picture()));
    }

    /** The same with a picture a page. */
    public static Path writePicturePdf(Path file, List<BufferedImage> pictures) {
        return writePdf(file, document -> {
            for (BufferedImage picture : pictures) {
                PDPage page = new PDPage(new PDRectangle(300, 220));
                document.addPage(page);
                picture(document, page, picture);
            }
        });
    }

    /** A PDF whose pages hold text and show none of it. */
    public static Path writeInvisibleTextPdf(Path file) {
        return writePdf(file, document -> text(document, RenderingMode.NEITHER));
    }

    /** A scan with the product of somebody's OCR hidden behind it. */
    public static Path writeHiddenTextPdf(Path file) {
        return writePdf(file, document -> picture(document, text(document, RenderingMode.NEITHER), picture()));
    }

    public static Path writeEncryptedPdf(Path file) {
        return writePdf(file, document -> {
            text(document, RenderingMode.FILL);
            document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
        });
    }

    private interface Filling {
        void into(PDDocument document) throws IOException;
    }

    private static Path writePdf(Path file, Filling filling) {
        try (PDDocument document = new PDDocument()) {
            filling.into(document);
            document.save(file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDPage text(PDDocument document, RenderingMode mode) throws IOException {
        PDPage page = new PDPage(new PDRectangle(300, 220));
        document.addPage(page);
        PDType0Font font = PDType0Font.load(
                document,
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setRenderingMode(mode);
            content.setFont(font, 12);
            content.setLeading(18);
            content.newLineAtOffset(20, 190);
            for (String line : LINES) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
        return page;
    }

    private static void picture(PDDocument document, PDPage page, BufferedImage picture) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 300, 220);
        }
    }
}
