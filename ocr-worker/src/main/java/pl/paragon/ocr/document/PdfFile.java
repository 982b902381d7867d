package pl.paragon.ocr.document;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.text.Box;
import pl.paragon.ocr.document.budget.BudgetedParser;
import pl.paragon.ocr.document.budget.BudgetedStream;
import pl.paragon.ocr.document.budget.PdfBudget;
import pl.paragon.ocr.document.budget.PdfLimits;
import pl.paragon.ocr.document.budget.StoppedMidwayException;
import pl.paragon.ocr.document.content.PageContent;
import pl.paragon.ocr.document.content.PageScale;
import pl.paragon.ocr.document.content.TextLayer;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.Leased;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.worker.stage.StageException;

/**
 * An open PDF. What it says of itself is not believed: what it costs is counted, and any way in which its parser fails
 * means that the file is broken. Used by one thread at a time; closed while a thread that was given up is still inside,
 * it ends when that thread returns.
 */
public final class PdfFile implements AutoCloseable {

    /** What PDFBox may keep in memory of one document's streams before it goes on in a temporary file. */
    private static final long STREAM_MEMORY = 16L << 20;

    private final Leased<PDDocument> document;
    private final PdfBudget budget;
    private final PdfPageLimits pageLimits;
    private final Jpeg2000Decoder jpeg2000;
    /** Where the file lies, and what is unpacked of it. */
    private final Path folder;

    private final int pages;
    /** Written by one thread at a time, read by another after it. */
    private volatile boolean complete = true;

    private PdfFile(
            PDDocument document, PdfBudget budget, PdfPageLimits pageLimits, Jpeg2000Decoder jpeg2000, Path folder) {
        this.document = new Leased<>(document, PdfFile::free);
        this.budget = budget;
        this.pageLimits = pageLimits;
        this.jpeg2000 = jpeg2000;
        this.folder = folder;
        this.pages = document.getNumberOfPages();
    }

    /**
     * @throws StageException {@link ErrorCode#PDF_ENCRYPTED}, {@link ErrorCode#PDF_CORRUPT},
     *     {@link ErrorCode#PDF_TOO_MANY_PAGES} or {@link ErrorCode#PDF_TOO_COMPLEX}
     */
    public static PdfFile open(
            Path file, PdfLimits limits, PdfPageLimits pageLimits, Jpeg2000Decoder jpeg2000, StopSignal stop)
            throws ReadingStoppedException {
        PdfBudget budget = new PdfBudget(limits);
        budget.begin(stop);
        PdfFile pdf = guarded(() -> new PdfFile(
                document(file, budget),
                budget,
                pageLimits,
                jpeg2000,
                file.toAbsolutePath().getParent()));
        if (pdf.pages < 1 || pdf.pages > limits.pages()) {
            pdf.close();
            throw new StageException(
                    pdf.pages < 1 ? ErrorCode.PDF_CORRUPT : ErrorCode.PDF_TOO_MANY_PAGES,
                    Map.of("pages", String.valueOf(pdf.pages), "limit", String.valueOf(limits.pages())));
        }
        return pdf;
    }

    private static PDDocument document(Path file, PdfBudget budget) throws IOException {
        PDDocument document =
                BudgetedParser.open(file, MemoryUsageSetting.setupMixed(STREAM_MEMORY).streamCache, budget);
        try {
            PageTree.flatten(document, budget.limits().pages());
            return document;
        } catch (RuntimeException | Error e) {
            free(document);
            throw e;
        }
    }

    public int pages() {
        return pages;
    }

    /**
     * What a page holds.
     *
     * @param index from 0
     * @return places in pixels at the scale of {@link #render}
     */
    public PageContent content(int index, StopSignal stop) throws ReadingStoppedException {
        return onPage(index, stop, (open, page) -> {
            FormFields.draw(open, page);
            return new TextLayer(PageScale.of(page), budget, pageLimits.characters()).read(open, index);
        });
    }

    /** A page as a picture. */
    public Picture render(int index, StopSignal stop) throws ReadingStoppedException {
        return onPage(index, stop, (open, page) -> picture(draw(open, index, PageScale.of(page), drawing(true, stop))));
    }

    /** A part of a page as a picture, as if it were the page. */
    public Picture render(int index, Box part, StopSignal stop) throws ReadingStoppedException {
        return onPage(index, stop, (open, page) -> {
            PDRectangle whole = page.getCropBox();
            page.setCropBox(PageScale.of(page).area(page, part));
            try {
                return picture(draw(open, index, PageScale.of(page), drawing(true, stop)));
            } finally {
                page.setCropBox(whole);
            }
        });
    }

    /**
     * A page in fewer pixels, displayed at the scale of its content.
     *
     * @param share of the pixels of {@link #render} in a row, 0–1
     */
    public Picture sketch(int index, double share, boolean withPictures, StopSignal stop)
            throws ReadingStoppedException {
        return onPage(index, stop, (open, page) -> {
            PageScale whole = PageScale.of(page);
            BufferedImage image = draw(open, index, whole.times(page, share), drawing(withPictures, stop));
            return new Picture(pixels(image), whole.width(), whole.height());
        });
    }

    /** Whether all pictures of the pages that were drawn could be decoded. */
    public boolean isComplete() {
        return complete;
    }

    /**
     * Unpacks the pictures and documents that come with this one.
     *
     * @return new files beside this one, the caller's to delete
     */
    public List<Path> unpackAttachments(StopSignal stop) throws ReadingStoppedException {
        try (var lease = document.take()) {
            budget.begin(stop);
            return guarded(() -> EmbeddedFiles.unpack(lease.get(), folder));
        }
    }

    private Drawing drawing(boolean withPictures, StopSignal stop) {
        return new Drawing(withPictures, new Jpeg2000Images(jpeg2000, folder, stop));
    }

    private BufferedImage draw(PDDocument open, int index, PageScale scale, Drawing drawing) throws IOException {
        requireShape(scale.width(), scale.height());
        BudgetedRenderer renderer = new BudgetedRenderer(open, budget, scale, drawing);
        BufferedImage image = renderer.renderImage(index, scale.factor(), ImageType.BGR);
        // A page without an area is drawn with sides of its own.
        requireShape(image.getWidth(), image.getHeight());
        if (!drawing.isComplete()) {
            complete = false;
        }
        return image;
    }

    private void requireShape(int width, int height) {
        PdfBudget.require(
                ErrorCode.IMAGE_TOO_LONG,
                "elongation",
                Math.max(width, height) / Math.max(1, Math.min(width, height)),
                pageLimits.elongation());
    }

    private interface PageWork<T> {
        T run(PDDocument document, PDPage page) throws IOException;
    }

    private <T> T onPage(int index, StopSignal stop, PageWork<T> work) throws ReadingStoppedException {
        try (var lease = document.take()) {
            budget.begin(stop);
            return guarded(() -> {
                PDPage page = lease.get().getPage(index);
                requireContent(page);
                return work.run(lease.get(), page);
            });
        }
    }

    /** The parts of a page's content are joined in memory. */
    private void requireContent(PDPage page) throws IOException {
        long bytes = 0;
        for (Iterator<PDStream> parts = page.getContentStreams(); parts.hasNext(); ) {
            if (parts.next().getCOSObject() instanceof BudgetedStream part) {
                bytes += part.decodedBytes();
            }
            PdfBudget.require(
                    ErrorCode.PDF_TOO_COMPLEX,
                    "content_bytes",
                    bytes,
                    budget.limits().streamBytes());
        }
    }

    private static Picture picture(BufferedImage image) {
        return Picture.of(pixels(image));
    }

    private static Mat pixels(BufferedImage image) {
        Mat pixels = new Mat(image.getHeight(), image.getWidth(), CV_8UC3);
        pixels.data().put(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        return pixels;
    }

    private static <T> T guarded(Callable<T> work) throws ReadingStoppedException {
        try {
            return work.call();
        } catch (StageException e) {
            throw e;
        } catch (StoppedMidwayException e) {
            throw new ReadingStoppedException();
        } catch (InvalidPasswordException e) {
            throw new StageException(ErrorCode.PDF_ENCRYPTED);
        } catch (Exception | StackOverflowError e) {
            throw new StageException(JobError.of(ErrorCode.PDF_CORRUPT), e);
        }
    }

    @SuppressWarnings("deprecation")
    private static void free(PDDocument document) {
        IOUtils.closeQuietly(document);
        // PDFBox keeps each name that it ever met.
        COSName.clearResources();
    }

    @Override
    public void close() {
        document.close();
    }
}
