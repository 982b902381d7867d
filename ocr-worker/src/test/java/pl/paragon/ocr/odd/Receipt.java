package pl.paragon.ocr.odd;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** The one receipt that all odd files hold, as content of a PDF and as a picture. */
public final class Receipt {

    /** Of the receipt's text, without spaces. */
    public static final List<String> TELLS = List.of("123-456-32-18", "2026-03-14", "4,50", "15,98", "6,29", "26,77");

    static final List<String> LINES = List.of(
            "SKLEP SPOZYWCZY ZOLW",
            "NIP 123-456-32-18",
            "2026-03-14     nr wydr. 004711",
            "PARAGON FISKALNY",
            "Chleb wiejski    1 x4,50  4,50C",
            "Maslo smietank.  2 x7,99 15,98C",
            "Sok jablkowy 1l  1 x6,29  6,29A",
            "PTU A 23%                  1,18",
            "PTU C 5%                   0,98",
            "SUMA PLN                  26,77");

    static final String FONT = "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>";

    static final String BOX = "[0 0 240 240]";
    static final int PIXELS_WIDE = 728;

    private Receipt() {}

    /** In font F at nine points, in a page of {@link #BOX}. */
    static String content() {
        return content("");
    }

    /** @param style operators before the text */
    static String content(String style) {
        return "BT /F 9 Tf " + style + " 14 TL 14 215 Td " + shown(LINES) + "ET ";
    }

    static String shown(List<String> lines) {
        return lines.stream().map(line -> "(" + line + ") Tj T* ").collect(Collectors.joining());
    }

    static String garbage() {
        return "BT /F 7 Tf 12 TL 5 225 Td "
                + "(Gubcheln Servioaoenter Fahrgastmohto ein 99,13 if Tar m de r od) Tj T* ".repeat(16) + "ET ";
    }

    static byte[] jpeg() {
        return picture("jpg");
    }

    static byte[] png() {
        return picture("png");
    }

    /** The same picture in grey. */
    static byte[] jpeg2000() {
        return resource("receipt.jp2");
    }

    /** Black all over. */
    static byte[] blot() {
        return resource("black.jp2");
    }

    private static byte[] resource(String name) {
        try (InputStream in = Receipt.class.getResourceAsStream("/pictures/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the picture is black, in a byte or a bit for each pixel. */
    static byte[] print(boolean bytes) {
        BufferedImage picture = DrawnReceipts.picture(LINES, Color.BLACK, Color.WHITE);
        int row = bytes ? PIXELS_WIDE : (PIXELS_WIDE + 7) / 8;
        byte[] print = new byte[row * picture.getHeight()];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < PIXELS_WIDE; x++) {
                int ink = 255 - (picture.getRGB(x, y) & 0xFF);
                if (bytes) {
                    print[y * row + x] = (byte) ink;
                } else if (ink > 127) {
                    print[y * row + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return print;
    }

    private static byte[] picture(String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(DrawnReceipts.picture(LINES, Color.BLACK, Color.WHITE), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int height() {
        return DrawnReceipts.picture(LINES, Color.BLACK, Color.WHITE).getHeight();
    }

    static int image(RawPdf pdf) {
        return pdf.stream(
                "/Type/XObject/Subtype/Image/Width " + PIXELS_WIDE + "/Height " + height()
                        + "/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode",
                jpeg());
    }

    /** A page with font F and nothing else. */
    static byte[] page(String content) {
        RawPdf pdf = new RawPdf();
        int font = pdf.add(FONT);
        return page(pdf, "/Font<</F " + font + " 0 R>>", BOX, content, "");
    }

    static byte[] page(RawPdf pdf, String resources, String box, String content, String entries) {
        return pdf.tree("[" + node(pdf, resources, box, content, entries) + " 0 R]", 1);
    }

    /** @return the page's number */
    static int node(RawPdf pdf, String resources, String box, String content, String entries) {
        int stream = pdf.stream("", content);
        return pdf.add("<</Type/Page/Parent 2 0 R/MediaBox" + box + "/Resources<<" + resources + ">>/Contents " + stream
                + " 0 R" + entries + ">>");
    }

    /** A page of font F and the picture I of the receipt. */
    static byte[] pageWithPicture(String box, String content, String entries) {
        RawPdf pdf = new RawPdf();
        int font = pdf.add(FONT);
        int image = image(pdf);
        String resources = "/Font<</F " + font + " 0 R>>/XObject<</I " + image + " 0 R>>";
        return page(pdf, resources, box, content, entries);
    }
}
