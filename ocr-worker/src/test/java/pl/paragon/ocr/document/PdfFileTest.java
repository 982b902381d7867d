package pl.paragon.ocr.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.ocr.Configs;
import pl.paragon.ocr.Natives;
import pl.paragon.ocr.document.content.PageContent.Claim;
import pl.paragon.ocr.file.FileLimits;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.worker.stage.StageException;

class PdfFileTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void load() throws Exception {
        Natives.loadOpenCv();
    }

    @Test
    void shouldTakeTheTextLayerWithItsPositions() throws Exception {
        // given
        Path file = DrawnReceipts.writeTextPdf(folder.resolve("text.pdf"), 1);

        // when
        try (PdfFile pdf = open(file, 20)) {
            Page page = pdf.content(0, new StopSignal()).page();

            // then
            assertThat(page.origin()).isEqualTo(Page.Origin.TEXT_LAYER);
            assertThat(page.lines()).extracting(TextLine::text).contains("SKLEP SPOŻYWCZY ŻÓŁW");
            TextLine first = page.lines().getFirst();
            assertThat(first.confidence()).isEqualTo(1);
            assertThat(first.words()).hasSize(3);
            double pixelsPerPoint = page.width() / 300.0;
            assertThat(first.words().getFirst().box().x() / pixelsPerPoint).isBetween(19.0, 22.0);
            assertThat(first.quad().bounds().y() / pixelsPerPoint).isBetween(18.0, 24.0);
        }
    }

    @Test
    void shouldRenderAPageAtTheScaleOfItsTextLayer() throws Exception {
        // given
        Path file = DrawnReceipts.writeTextPdf(folder.resolve("text.pdf"), 1);

        // when
        try (PdfFile pdf = open(file, 20);
                Picture picture = pdf.render(0, new StopSignal())) {

            // then
            Page page = pdf.content(0, new StopSignal()).page();
            assertThat(picture.width()).isEqualTo(page.width());
            assertThat(picture.height()).isEqualTo(page.height());
            assertThat((long) picture.width() * picture.height()).isLessThanOrEqualTo(5_000_000);
        }
    }

    @Test
    void shouldNotTrustATextThatNobodySees() throws Exception {
        // given
        Path file = DrawnReceipts.writeHiddenTextPdf(folder.resolve("scan.pdf"));

        // when
        try (PdfFile pdf = open(file, 20)) {

            // then
            assertThat(pdf.content(0, new StopSignal()).claim()).isEqualTo(Claim.UNRELIABLE);
        }
    }

    @Test
    void shouldFindNoTextInAPageThatIsAPicture() throws Exception {
        // given
        Path file = DrawnReceipts.writePicturePdf(folder.resolve("picture.pdf"), 1);

        // when
        try (PdfFile pdf = open(file, 20)) {

            // then
            assertThat(pdf.pages()).isEqualTo(1);
            assertThat(pdf.content(0, new StopSignal()).claim()).isEqualTo(Claim.NO_TEXT);
        }
    }

    @Test
    void shouldRefuseAPdfWithAPassword() throws Exception {
        Path file = DrawnReceipts.writeEncryptedPdf(folder.resolve("locked.pdf"));

        assertRefused(() -> open(file, 20), ErrorCode.PDF_ENCRYPTED);
    }

    @Test
    void shouldRefuseAPdfOfMorePagesThanAReceiptHas() throws Exception {
        Path file = DrawnReceipts.writeTextPdf(folder.resolve("book.pdf"), 3);

        assertRefused(() -> open(file, 2), ErrorCode.PDF_TOO_MANY_PAGES);
    }

    @Test
    void shouldRefuseABrokenPdf() throws Exception {
        // given
        Path whole = DrawnReceipts.writeTextPdf(folder.resolve("whole.pdf"), 1);
        byte[] bytes = Files.readAllBytes(whole);
        Path file = Files.write(folder.resolve("broken.pdf"), Arrays.copyOf(bytes, 40));

        // when / then
        assertRefused(() -> open(file, 20), ErrorCode.PDF_CORRUPT);
    }

    private static PdfFile open(Path file, int mostPages) throws ReadingStoppedException {
        FileLimits limits = Configs.of(Map.of("paragon.ocr.pdf.most-pages", String.valueOf(mostPages)))
                .fileLimits();
        return PdfFile.open(file, limits.pdf(), limits.page(), Natives.NO_JPEG_2000, new StopSignal());
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isEqualTo(code));
    }
}
