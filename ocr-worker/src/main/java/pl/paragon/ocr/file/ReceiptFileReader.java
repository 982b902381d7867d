package pl.paragon.ocr.file;

import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.contracts.file.FileType;
import pl.paragon.contracts.text.Page;
import pl.paragon.ocr.document.PdfFile;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.picture.PictureDecoder;
import pl.paragon.ocr.picture.PictureFrame;
import pl.paragon.ocr.reading.OneAtATime;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingStep;
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
        return check(file, type);
    }

    private Checked check(Path file, FileType type) throws IOException {
        return new Checked(file, type, type == FileType.PDF ? List.of() : decoder.check(file, type));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FileType.HEAD);
        }
    }

    /**
     * Reads all pages; if they hold no receipt, the files that a PDF carries.
     *
     * @param betweenPages is run before each page; it may throw to stop
     * @throws StageException what is wrong with the file, or above its limits
     */
    public FileText read(Checked file, Runnable betweenPages) throws InterruptedException {
        if (file.type() != FileType.PDF) {
            return pictures(file, betweenPages);
        }
        FileText own;
        List<Path> attached;
        try (PdfFile pdf = open(file)) {
            own = pages(pdf, betweenPages);
            attached = own.amounts() < Amounts.OF_A_RECEIPT ? unpack(pdf) : List.of();
        }
        // The document is closed by now: the heap has room for one.
        try {
            return attachment(own, attached, betweenPages);
        } finally {
            attached.forEach(ReceiptFileReader::delete);
        }
    }

    private FileText pictures(Checked file, Runnable betweenPages) throws InterruptedException {
        List<Page> pages = new ArrayList<>();
        for (PictureFrame frame : file.pictures()) {
            int number = pages.size() + 1;
            betweenPages.run();
            pages.add(threads.call(stop -> picture(file, frame, number, stop)));
            limits.text().check(pages);
        }
        boolean cutOff = file.pictures().stream().anyMatch(PictureFrame::cutOff);
        return new FileText(pages, cutOff ? Optional.of(ErrorCode.IMAGE_CORRUPT) : Optional.empty());
    }

    private FileText pages(PdfFile pdf, Runnable betweenPages) throws InterruptedException {
        PdfReading reading = new PdfReading(pdf, reader, metrics, pdfs);
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < pdf.pages(); i++) {
            int index = i;
            betweenPages.run();
            pages.add(threads.call(stop -> reading.page(index, stop)));
            limits.text().check(pages);
        }
        return new FileText(pages, reading.fault());
    }

    private PdfFile open(Checked file) throws InterruptedException {
        return threads.call(stop ->
                pdfs.inTurn(stop, () -> PdfFile.open(file.path(), limits.pdf(), limits.page(), this::jpeg2000, stop)));
    }

    /** An image of a PDF. */
    private Picture jpeg2000(Path file, StopSignal stop) throws IOException, InterruptedException {
        PictureFrame frame = decoder.check(file, FileType.JPEG2000).getFirst();
        return decoder.decode(file, FileType.JPEG2000, frame, stop);
    }

    private List<Path> unpack(PdfFile pdf) throws InterruptedException {
        return threads.call(stop -> pdfs.inTurn(stop, () -> pdf.unpackAttachments(stop)));
    }

    /** The first of the files that says more than the pages themselves. What it carries in turn is left alone. */
    private FileText attachment(FileText own, List<Path> attached, Runnable betweenPages) throws InterruptedException {
        Optional<ErrorCode> fault = Optional.empty();
        for (Path path : attached) {
            try {
                Optional<Checked> file = readable(path);
                if (file.isPresent()) {
                    FileText text = withoutAttachments(file.get(), betweenPages);
                    if (text.amounts() > own.amounts()) {
                        return text;
                    }
                }
            } catch (StageException e) {
                if (e.error().code().type() != ErrorType.DOCUMENT) {
                    throw e;
                }
                fault = fault.or(() -> Optional.of(e.error().code()));
            }
        }
        return own.or(fault);
    }

    private Optional<Checked> readable(Path path) {
        try {
            Optional<FileType> type = FileType.detected(head(path));
            return type.isPresent() ? Optional.of(check(path, type.get())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileText withoutAttachments(Checked file, Runnable betweenPages) throws InterruptedException {
        if (file.type() != FileType.PDF) {
            return pictures(file, betweenPages);
        }
        try (PdfFile pdf = open(file)) {
            return pages(pdf, betweenPages);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The workspace removes it at its next start.
        }
    }

    /** The name of who read these pages. */
    public String engine(List<Page> pages) {
        boolean allText = pages.stream().allMatch(p -> p.origin() == Page.Origin.TEXT_LAYER);
        return allText ? TEXT_LAYER : reader.engine();
    }

    private Page picture(Checked file, PictureFrame frame, int number, StopSignal stop) throws Exception {
        Timer.Sample begun = metrics.start();
        try (Picture picture = metrics.time(ReadingStep.DECODE, () -> decoded(file, frame, stop))) {
            stop.checkpoint();
            Page page = reader.read(picture, number, stop);
            metrics.read(begun, reader.engine(), page);
            return page;
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
}
