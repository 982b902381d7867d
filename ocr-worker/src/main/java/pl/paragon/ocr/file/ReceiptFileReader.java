package pl.paragon.ocr.file;

import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.file.FileType;
import pl.paragon.contracts.text.Page;
import pl.paragon.ocr.document.PdfFile;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.picture.PictureDecoder;
import pl.paragon.ocr.picture.PictureFrame;
import pl.paragon.ocr.reading.OneAtATime;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.ReadingThreads;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.worker.stage.StageException;

/** Reads the file of a receipt, whatever its kind, page by page: one page of pixels in memory at a time. */
public final class ReceiptFileReader {

    public static final String TEXT_LAYER = "text-layer";

    private final PageReader reader;
    private final PictureDecoder decoder;
    private final ReadingThreads threads;
    private final ReadingMetrics metrics;
    private final FileLimits limits;
    /** A PDF is opened, searched for text and drawn in the Java heap, which has room for one at its most costly. */
    private final OneAtATime pdfs = new OneAtATime();

    public ReceiptFileReader(
            PageReader reader,
            PictureDecoder decoder,
            ReadingThreads threads,
            ReadingMetrics metrics,
            FileLimits limits) {
        this.reader = reader;
        this.decoder = decoder;
        this.threads = threads;
        this.metrics = metrics;
        this.limits = limits;
    }

    /**
     * A file that may be read: its kind is known, and its header asks for no more than the limits.
     *
     * @param pictures that it holds; none of a PDF, which has pages
     */
    public record Checked(Path path, FileType type, List<PictureFrame> pictures) {}

    /**
     * Looks at a file without decoding it.
     *
     * @param declared the media type that it is said to have
     * @throws StageException {@link ErrorCode#FILE_EMPTY}, {@link ErrorCode#FILE_TYPE_MISMATCH}, or what is wrong with
     *     its picture
     */
    public Checked validate(Path file, String declared) throws IOException {
        if (Files.size(file) == 0) {
            throw new StageException(ErrorCode.FILE_EMPTY);
        }
        FileType type = FileType.detected(head(file))
                .filter(found -> found.isCalled(declared))
                .orElseThrow(() -> new StageException(ErrorCode.FILE_TYPE_MISMATCH, Map.of("declared", declared)));
        return new Checked(file, type, type == FileType.PDF ? List.of() : decoder.check(file, type));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FileType.HEAD);
        }
    }

    /**
     * Reads all pages.
     *
     * @param betweenPages is run before each page; it may throw to stop
     * @throws StageException what is wrong with the file, or above its limits
     */
    public List<Page> read(Checked file, Runnable betweenPages) throws InterruptedException {
        return file.type() == FileType.PDF ? pdf(file, betweenPages) : pictures(file, betweenPages);
    }

    private List<Page> pictures(Checked file, Runnable betweenPages) throws InterruptedException {
        List<Page> pages = new ArrayList<>();
        for (PictureFrame frame : file.pictures()) {
            int number = pages.size() + 1;
            betweenPages.run();
            pages.add(threads.call(stop -> picture(file, frame, number, stop)));
            limits.text().check(pages);
        }
        return pages;
    }

    private List<Page> pdf(Checked file, Runnable betweenPages) throws InterruptedException {
        try (PdfFile pdf = threads.call(stop -> open(file, stop))) {
            List<Page> pages = new ArrayList<>();
            for (int i = 0; i < pdf.pages(); i++) {
                int index = i;
                betweenPages.run();
                pages.add(threads.call(stop -> page(pdf, index, stop)));
                limits.text().check(pages);
            }
            return pages;
        }
    }

    private PdfFile open(Checked file, StopSignal stop) throws ReadingStoppedException {
        return oneAtATime(stop, () -> PdfFile.open(file.path(), limits.pdf(), limits.page(), stop));
    }

    /** The name of who read these pages. */
    public String engine(List<Page> pages) {
        boolean allText = pages.stream().allMatch(p -> p.origin() == Page.Origin.TEXT_LAYER);
        return allText ? TEXT_LAYER : reader.engine();
    }

    private Page picture(Checked file, PictureFrame frame, int number, StopSignal stop) throws Exception {
        Timer.Sample begun = metrics.start();
        try (Picture picture = decoded(file, frame, stop)) {
            return read(picture, number, stop, begun);
        }
    }

    private Picture decoded(Checked file, PictureFrame frame, StopSignal stop) throws Exception {
        try {
            return decoder.decode(file.path(), file.type(), frame, stop);
        } catch (StageException e) {
            stop.checkpoint(); // a decoder that was stopped ends with an error
            throw e;
        }
    }

    private Page page(PdfFile pdf, int index, StopSignal stop) throws Exception {
        Timer.Sample begun = metrics.start();
        Optional<Page> text = oneAtATime(stop, () -> pdf.textLayer(index, stop));
        if (text.isPresent()) {
            metrics.read(begun, TEXT_LAYER, text.get());
            return text.get();
        }
        stop.checkpoint();
        try (Picture picture = oneAtATime(stop, () -> pdf.render(index, stop))) {
            return read(picture, index + 1, stop, begun);
        }
    }

    private interface PdfWork<T> {
        T run() throws ReadingStoppedException;
    }

    private <T> T oneAtATime(StopSignal stop, PdfWork<T> work) throws ReadingStoppedException {
        boolean entered = pdfs.enter(stop);
        try {
            return work.run();
        } finally {
            pdfs.leave(entered);
        }
    }

    private Page read(Picture picture, int number, StopSignal stop, Timer.Sample begun) throws Exception {
        stop.checkpoint();
        Page page = reader.read(picture, number, stop);
        metrics.read(begun, reader.engine(), page);
        return page;
    }
}
