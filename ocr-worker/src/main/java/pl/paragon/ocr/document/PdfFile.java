package pl.paragon.ocr.document;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Page;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.worker.stage.StageException;

/**
 * An open PDF. What it says of itself is not believed: the number of pages and the size of what is drawn are bounded, and any way in which its parser fails means that the file is
 * broken. Used by one thread at a time.
 */
public final class PdfFile implements AutoCloseable {

    /** What PDFBox may keep in memory of one document's streams before it goes on in a temporary file. */
    private static final long STREAM_MEMORY = 16L << 20;

    private final PDDocument document;

    private PdfFile(PDDocument document) {
        this.document = document;
    }

    /** @throws StageException {@link ErrorCode#PDF_ENCRYPTED}, {@link ErrorCode#PDF_CORRUPT} or {@link ErrorCode#PDF_TOO_MANY_PAGES} */
    public static PdfFile open(Path file, int mostPages) {
        PdfFile pdf = guarded(() ->
                new PdfFile(Loader.loadPDF(file.toFile(), MemoryUsageSetting.setupMixed(STREAM_MEMORY).streamCache)));
        try {
            int pages = guarded(pdf::pages);
            if (pages < 1) {
                throw new StageException(ErrorCode.PDF_CORRUPT, Map.of("pages", "0"));
            }
            if (pages > mostPages) {
                throw new StageException(
                        ErrorCode.PDF_TOO_MANY_PAGES,
                        Map.of("pages", String.valueOf(pages), "limit", String.valueOf(mostPages)));
            }
            return pdf;
        } catch (StageException e) {
            pdf.close();
            throw e;
        }
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    /**
     * The text of a page where it has a real one: what the eye sees, not the product of somebody's OCR hidden under a picture.
     *
     * @param index from 0
     * @return boxes in pixels at the scale of {@link #render}
     */
    public Optional<Page> textLayer(int index) {
        return guarded(() -> {
            TextLayer layer = new TextLayer(PageScale.of(document.getPage(index)));
            return layer.read(document, index);
        });
    }

    /** A page as a picture. */
    public Picture render(int index) {
        return guarded(() -> {
            PDFRenderer renderer = new PDFRenderer(document);
            // A picture of a hundred megapixels on the page is read at the size that is drawn.
            renderer.setSubsamplingAllowed(true);
            PageScale scale = PageScale.of(document.getPage(index));
            return picture(renderer.renderImage(index, scale.factor(), ImageType.BGR));
        });
    }

    private static Picture picture(BufferedImage image) {
        Mat pixels = new Mat(image.getHeight(), image.getWidth(), CV_8UC3);
        pixels.data().put(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        return Picture.of(pixels);
    }

    private static <T> T guarded(Callable<T> work) {
        try {
            return work.call();
        } catch (StageException e) {
            throw e;
        } catch (InvalidPasswordException e) {
            throw new StageException(ErrorCode.PDF_ENCRYPTED);
        } catch (Exception | StackOverflowError e) {
            throw new StageException(ErrorCode.PDF_CORRUPT, e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            // Its temporary file is deleted at the process's end at the latest.
        }
    }
}
