package pl.paragon.system;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.testsupport.ReceiptsInRareFormats;
import pl.paragon.testsupport.hostile.HostileFiles;
import pl.paragon.testsupport.hostile.format.Bytes;
import pl.paragon.testsupport.hostile.format.Png;
import pl.paragon.testsupport.hostile.format.RawPdf;

/**
 * A file that no receipt can be read from, and the code that says why.
 *
 * @param writer writes it to the path that it is given
 */
record FailingFile(String name, ErrorCode code, UnaryOperator<Path> writer) {

    static List<FailingFile> all() {
        return List.of(
                bytes("empty.png", ErrorCode.FILE_EMPTY, new byte[0]),
                bytes("text.png", ErrorCode.FILE_TYPE_MISMATCH, Bytes.ascii("SUMA PLN 26,77")),

                // What a decoder cannot do.
                bytes("quarter.jpg", ErrorCode.IMAGE_CORRUPT, part(picture("jpg"), 0.25)),
                bytes("tenth.jpg", ErrorCode.IMAGE_CORRUPT, part(picture("jpg"), 0.1)),
                bytes("half.png", ErrorCode.IMAGE_CORRUPT, part(picture("png"), 0.5)),
                bytes("tenth.png", ErrorCode.IMAGE_CORRUPT, part(picture("png"), 0.1)),
                bytes("half.gif", ErrorCode.IMAGE_CORRUPT, part(picture("gif"), 0.5)),
                bytes("half.bmp", ErrorCode.IMAGE_CORRUPT, part(picture("bmp"), 0.5)),
                changed("half.heic", ErrorCode.IMAGE_CORRUPT, ReceiptsInRareFormats.HEIC, FailingFile::half),
                changed("half.avif", ErrorCode.IMAGE_CORRUPT, ReceiptsInRareFormats.AVIF, FailingFile::half),
                changed("half.jp2", ErrorCode.IMAGE_CORRUPT, ReceiptsInRareFormats.JPEG2000, FailingFile::half),
                changed(
                        "half.tiff",
                        ErrorCode.IMAGE_CORRUPT,
                        ReceiptsInRareFormats.TIFF_OF_TWO_PAGES,
                        FailingFile::half),
                changed(
                        "another-codec.heic",
                        ErrorCode.IMAGE_UNSUPPORTED,
                        ReceiptsInRareFormats.HEIC,
                        heic -> replaced(heic, "hvc1", "vvc1")),
                bytes(
                        "of-400-megapixels.png",
                        ErrorCode.IMAGE_TOO_LARGE,
                        Png.header(20_000, 20_000).rows(100, 10).end()),
                bytes(
                        "ribbon.png",
                        ErrorCode.IMAGE_TOO_LONG,
                        Png.header(200, 20_000).rows(200, 20_000).end()),

                // What a photographer can do better.
                drawn("thumbnail.png", ErrorCode.IMAGE_TOO_SMALL, DrawnReceipts.scaled(DrawnReceipts.picture(), 0.15)),
                drawn("night.png", ErrorCode.IMAGE_TOO_DARK, on(Color.BLACK, DrawnReceipts.LINES)),
                drawn("nothing.png", ErrorCode.TEXT_TOO_SHORT, on(Color.WHITE, Collections.nCopies(10, ""))),
                drawn(
                        "postcard.png",
                        ErrorCode.NOT_A_RECEIPT,
                        on(Color.WHITE, List.of("", "pozdrowienia z gór", "", ""))),
                drawn(
                        "no-amounts.png",
                        ErrorCode.ILLEGIBLE,
                        on(Color.WHITE, List.of("SKLEP SPOŻYWCZY ŻÓŁW", "PARAGON FISKALNY", "Chleb", "SUMA"))),
                drawn(
                        "cut-off.png",
                        ErrorCode.RECEIPT_CUT_OFF,
                        DrawnReceipts.picture().getSubimage(0, 200, 300, 300)),

                // PDF.
                bytes("garbage.pdf", ErrorCode.PDF_CORRUPT, Bytes.ascii("%PDF-1.7\nnothing of a PDF follows\n%%EOF\n")),
                new FailingFile("locked.pdf", ErrorCode.PDF_ENCRYPTED, DrawnReceipts::writeEncryptedPdf),
                new FailingFile("book.pdf", ErrorCode.PDF_TOO_MANY_PAGES, file -> DrawnReceipts.writeTextPdf(file, 21)),
                hostile("pdf-two-million-operators.pdf", ErrorCode.PDF_TOO_COMPLEX),
                hostile("pdf-one-page-of-60000-letters.pdf", ErrorCode.TEXT_TOO_LONG),
                bytes("broken-jpeg.pdf", ErrorCode.PDF_IMAGE_UNREADABLE, ofBrokenPicture("/DCTDecode")),
                bytes("broken-jpeg-2000.pdf", ErrorCode.PDF_IMAGE_UNREADABLE, ofBrokenPicture("/JPXDecode")),
                bytes("broken-deflate.pdf", ErrorCode.PDF_IMAGE_UNREADABLE, ofBrokenPicture("/FlateDecode")),
                new FailingFile("unseen-text.pdf", ErrorCode.PDF_TEXT_NOT_SHOWN, DrawnReceipts::writeInvisibleTextPdf),
                bytes("blank.pdf", ErrorCode.PDF_BLANK, new RawPdf().page("", "")));
    }

    /** Writes it into a folder. */
    Path writeInto(Path folder) {
        return writer.apply(folder.resolve(name));
    }

    @Override
    public String toString() {
        return name + " is " + code;
    }

    private static FailingFile bytes(String name, ErrorCode code, byte[] content) {
        return new FailingFile(name, code, file -> write(file, content));
    }

    private static FailingFile drawn(String name, ErrorCode code, BufferedImage picture) {
        return new FailingFile(name, code, file -> DrawnReceipts.write(picture, file));
    }

    private static FailingFile hostile(String name, ErrorCode code) {
        return new FailingFile(name, code, file -> HostileFiles.all().stream()
                .filter(hostile -> hostile.name().equals(name))
                .map(hostile -> write(file, hostile.bytes()))
                .findFirst()
                .orElseThrow());
    }

    private static FailingFile changed(
            String name, ErrorCode code, ReceiptsInRareFormats receipt, UnaryOperator<byte[]> change) {
        return new FailingFile(name, code, file -> {
            try {
                return write(file, change.apply(Files.readAllBytes(receipt.writeInto(file.getParent()))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage on(Color paper, List<String> lines) {
        return DrawnReceipts.picture(lines, Color.BLACK, paper);
    }

    private static byte[] picture(String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(DrawnReceipts.picture(), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] part(byte[] whole, double share) {
        return Arrays.copyOf(whole, (int) (whole.length * share));
    }

    private static byte[] half(byte[] whole) {
        return part(whole, 0.5);
    }

    /** The first {@code old} as {@code other}, which is as long. */
    private static byte[] replaced(byte[] content, String old, String other) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return Bytes.ascii(text.replaceFirst(old, other));
    }

    private static byte[] ofBrokenPicture(String filter) {
        RawPdf pdf = new RawPdf();
        int image = pdf.stream(
                "/Type/XObject/Subtype/Image/Width 700/Height 500/BitsPerComponent 8/ColorSpace/DeviceGray/Filter"
                        + filter,
                "Z".repeat(4_000));
        return pdf.page("/XObject<</I " + image + " 0 R>>", "q 500 0 0 400 40 400 cm /I Do Q");
    }
}
