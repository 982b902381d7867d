package pl.paragon.ocr.odd;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.testsupport.hostile.format.RawPdf;

/** Letters and mails with the receipt as a picture on the page, or attached. */
final class OddLetters {

    private static final String A4 = "[0 0 595 842]";
    private static final String LETTER = letter(30, 800);
    private static final String WITH_SUM = LETTER.replace("Zespol", "Kwota zakupow 99,13 zl. Zespol");

    private OddLetters() {}

    static List<OddPdf> all() {
        return List.of(
                OddPdf.pixels("mail-above-the-picture", mail(LETTER + drawn(60, 420, 240, 230))),
                OddPdf.pixels("mail-below-the-picture", mail(drawn(60, 560, 240, 230) + letter(30, 300))),
                OddPdf.pixels("mail-around-the-picture", mail(LETTER + drawn(180, 300, 240, 230) + letter(30, 200))),
                OddPdf.pixels("mail-that-names-a-sum", mail(WITH_SUM + drawn(60, 420, 240, 230)), "99,13"),
                OddPdf.pixels("mail-with-the-picture-in-strips", inStrips()),
                OddPdf.pixels("mail-with-the-picture-in-a-form", inAForm()),
                OddPdf.pixels("mail-on-its-side", onItsSide(90)),
                OddPdf.pixels("mail-upside-down", onItsSide(180)),
                OddPdf.pixels("mail-on-its-other-side", onItsSide(270)),
                OddPdf.pixels("mail-cropped", cropped()),
                OddPdf.pixels(
                        "mail-with-garbage-under-the-picture",
                        mail(LETTER + garbage() + drawn(60, 420, 240, 230)),
                        "99,13"),
                OddPdf.text("receipt-on-its-side", turned(90)),
                OddPdf.text("receipt-upside-down", turned(180)),
                OddPdf.text("receipt-on-its-other-side", turned(270)),
                OddPdf.text("receipt-with-a-logo", mail(receiptAt(30, 700) + drawn(400, 780, 90, 45))),
                OddPdf.text("receipt-with-a-large-picture", mail(receiptAt(30, 800) + drawn(100, 100, 380, 350))),
                OddPdf.refused(
                        "mail-with-a-broken-picture",
                        picture("/Filter/DCTDecode", new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3}, LETTER),
                        ErrorCode.PDF_IMAGE_UNREADABLE));
    }

    private static String letter(int x, int y) {
        return "BT /F 9 Tf 12 TL " + x + " " + y + " Td "
                + Receipt.shown(List.of(
                        "From: e-paragon@example.com",
                        "Subject: Twoj paragon z zakupow",
                        "Dzien dobry, dziekujemy za zakupy w naszym sklepie.",
                        "W zalaczeniu przesylamy paragon. Prosimy zachowac go",
                        "jako dowod zakupu. Reklamacje przyjmujemy przez 14 dni.",
                        "Ta wiadomosc zostala wygenerowana automatycznie, prosimy",
                        "na nia nie odpowiadac. Zespol obslugi klienta."))
                + "ET ";
    }

    private static String receiptAt(int x, int y) {
        return "BT /F 9 Tf 14 TL " + x + " " + y + " Td " + Receipt.shown(Receipt.LINES) + "ET ";
    }

    private static String drawn(int x, int y, int w, int h) {
        return "q " + w + " 0 0 " + h + " " + x + " " + y + " cm /I Do Q ";
    }

    static byte[] mail(String content) {
        return Receipt.pageWithPicture(A4, content, "");
    }

    /** As scanners cut pictures. */
    private static byte[] inStrips() {
        RawPdf pdf = new RawPdf();
        int font = pdf.add(Receipt.FONT);
        StringBuilder images = new StringBuilder();
        StringBuilder content = new StringBuilder(LETTER);
        int strips = 5;
        int rows = Receipt.height() / strips;
        BufferedImage whole = DrawnReceipts.picture(Receipt.LINES, Color.BLACK, Color.WHITE);
        for (int i = 0; i < strips; i++) {
            byte[] grey = new byte[rows * Receipt.PIXELS_WIDE];
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < Receipt.PIXELS_WIDE; x++) {
                    grey[y * Receipt.PIXELS_WIDE + x] = (byte) whole.getRGB(x, i * rows + y);
                }
            }
            int image = pdf.deflated(
                    "/Type/XObject/Subtype/Image/Width " + Receipt.PIXELS_WIDE + "/Height " + rows
                            + "/BitsPerComponent 8/ColorSpace/DeviceGray",
                    grey,
                    1);
            images.append("/I").append(i).append(' ').append(image).append(" 0 R");
            content.append("q 240 0 0 46 60 %d cm /I%d Do Q ".formatted(650 - 46 * (i + 1), i));
        }
        String resources = "/Font<</F " + font + " 0 R>>/XObject<<" + images + ">>";
        return Receipt.page(pdf, resources, A4, content.toString(), "");
    }

    private static byte[] inAForm() {
        RawPdf pdf = new RawPdf();
        int font = pdf.add(Receipt.FONT);
        int image = Receipt.image(pdf);
        int form = pdf.stream(
                "/Type/XObject/Subtype/Form/BBox[0 0 240 230]/Resources<</XObject<</I " + image + " 0 R>>>>",
                "q 240 0 0 230 0 0 cm /I Do Q");
        String resources = "/Font<</F " + font + " 0 R>>/XObject<</X " + form + " 0 R>>";
        return Receipt.page(pdf, resources, A4, LETTER + "q 1 0 0 1 60 420 cm /X Do Q", "");
    }

    /** The content is turned against the page, so that it is displayed upright. */
    private static byte[] onItsSide(int degrees) {
        return onItsSide(degrees, LETTER + drawn(60, 420, 240, 230));
    }

    private static byte[] turned(int degrees) {
        return onItsSide(degrees, receiptAt(30, 700));
    }

    private static byte[] onItsSide(int degrees, String content) {
        String upright =
                switch (degrees) {
                    case 90 -> "0 1 -1 0 842 0 cm ";
                    case 180 -> "-1 0 0 -1 595 842 cm ";
                    default -> "0 -1 1 0 0 595 cm ";
                };
        String box = degrees == 180 ? A4 : "[0 0 842 595]";
        return Receipt.pageWithPicture(box, upright + content, "/Rotate " + degrees);
    }

    private static String garbage() {
        return "q 1 0 0 1 60 420 cm " + Receipt.garbage() + "Q ";
    }

    private static byte[] cropped() {
        return Receipt.pageWithPicture(
                "[-100 -50 795 942]", LETTER + drawn(60, 420, 240, 230), "/CropBox[10 20 585 832]");
    }

    /** A letter with a picture that is coded like this. */
    static byte[] picture(String filter, byte[] data, String letter) {
        RawPdf pdf = new RawPdf();
        int font = pdf.add(Receipt.FONT);
        int image = pdf.stream(
                "/Type/XObject/Subtype/Image/Width 700/Height 700/BitsPerComponent 8/ColorSpace/DeviceGray" + filter,
                data);
        String resources = "/Font<</F " + font + " 0 R>>/XObject<</I " + image + " 0 R>>";
        return Receipt.page(pdf, resources, A4, letter + drawn(60, 300, 300, 300), "");
    }

    static String text() {
        return LETTER;
    }
}
