package pl.paragon.ocr.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.ocr.Configs;
import pl.paragon.ocr.Natives;
import pl.paragon.ocr.file.FileLimits;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.testsupport.DrawnReceipts;

/** The largest files that scanners and telephones make stay within the budget. */
class LegitimateScansIT {

    /** A4 at 600 dots per inch. */
    private static final int WIDTH = 4960;

    private static final int HEIGHT = 7016;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        Natives.loadOpenCv();
    }

    @Test
    void shouldDrawAPageOfFaxAtSixHundredDotsPerInch() throws Exception {
        assertDrawn(document ->
                CCITTFactory.createFromImage(document, scan(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY)));
    }

    @Test
    void shouldDrawAPageInGreyAtSixHundredDotsPerInch() throws Exception {
        assertDrawn(document ->
                LosslessFactory.createFromImage(document, scan(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY)));
    }

    @Test
    void shouldDrawAJpegInColourAtSixHundredDotsPerInch() throws Exception {
        assertDrawn(
                document -> JPEGFactory.createFromImage(document, scan(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR)));
    }

    @Test
    void shouldDrawAPhotographOfTwelveMegapixelsWithoutLoss() throws Exception {
        assertDrawn(
                document -> LosslessFactory.createFromImage(document, scan(3000, 4000, BufferedImage.TYPE_3BYTE_BGR)));
    }

    @Test
    void shouldDrawAPhotographOfFiftyMegapixels() throws Exception {
        assertDrawn(document -> JPEGFactory.createFromImage(document, scan(6124, 8165, BufferedImage.TYPE_BYTE_GRAY)));
    }

    /** One region of generic coding, as fax machines and scanners write it; the bytes are those of a blank page. */
    @Test
    void shouldDrawAPageInJbig2AtSixHundredDotsPerInch() throws Exception {
        assertDrawn(document -> {
            return new PDImageXObject(
                    document,
                    new ByteArrayInputStream(jbig2()),
                    COSName.JBIG2_DECODE,
                    WIDTH,
                    HEIGHT,
                    1,
                    PDDeviceGray.INSTANCE);
        });
    }

    private static byte[] jbig2() throws IOException {
        String size = "%08x%08x0000000000000000".formatted(WIDTH, HEIGHT);
        String page = "00000000" + "30" + "00" + "01" + "00000013" + size + "00" + "0000";
        String coded = "00".repeat(40);
        String region = size + "00" + "08" + "03fffdff02fefefe" + coded;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(HexFormat.of().parseHex(page));
        out.write(HexFormat.of()
                .parseHex("00000001" + "26" + "00" + "01" + "%08x".formatted(region.length() / 2) + region));
        return out.toByteArray();
    }

    private interface Scan {
        PDImageXObject image(PDDocument document) throws IOException;
    }

    private void assertDrawn(Scan scan) throws Exception {
        // given
        Path file = folder.resolve("scan.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(scan.image(document), 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            }
            document.save(file.toFile());
        }
        FileLimits limits = Configs.defaults().fileLimits();

        // when
        try (PdfFile pdf = PdfFile.open(file, limits.pdf(), limits.page(), Natives.NO_JPEG_2000, new StopSignal());
                Picture picture = pdf.render(0, new StopSignal())) {

            // then
            assertThat((long) picture.width() * picture.height()).isGreaterThan(3_000_000);
        }
    }

    private static BufferedImage scan(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.drawImage(DrawnReceipts.picture(), 0, 0, width, height, null);
        g.dispose();
        return image;
    }
}
