package pl.paragon.ocr;

import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Page;
import pl.paragon.ocr.document.PdfFile;
import pl.paragon.ocr.picture.FileKind;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.picture.PictureDecoder;
import pl.paragon.ocr.picture.PictureSize;
import pl.paragon.ocr.reading.OneAtATime;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingThreads;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.worker.stage.StageException;

/** Reads an upload, whatever kind of file it is, page by page: one page of pixels in memory at a time. */
final class UploadReader {

    static final String TEXT_LAYER = "text-layer";

    private final PageReader reader;
    private final PictureDecoder decoder;
    private final ReadingThreads threads;
    private final OcrMetrics metrics;
    private final int mostPages;
    /** A page is drawn in the Java heap, where a picture of its size has room once. */
    private final OneAtATime drawings = new OneAtATime();

    UploadReader(PageReader reader, PictureDecoder decoder, ReadingThreads threads, OcrMetrics metrics, int mostPages) {
        this.reader = reader;
        this.decoder = decoder;
        this.threads = threads;
        this.metrics = metrics;
        this.mostPages = mostPages;
    }

    /** A file that may be read: its kind is known, and what its header says can be borne. */
    record Upload(Path file, FileKind kind, Optional<PictureSize> size) {}

    /**
     * Looks at a file without decoding it.
     *
     * @param declared the media type that it is said to have
     * @throws StageException {@link ErrorCode#FILE_EMPTY}, {@link ErrorCode#FILE_TYPE_MISMATCH}, or what is wrong with its picture
     */
    Upload validate(Path file, String declared) throws IOException {
        if (Files.size(file) == 0) {
            throw new StageException(ErrorCode.FILE_EMPTY);
        }
        FileKind kind = FileKind.of(file)
                .filter(found -> found.isCalled(declared))
                .orElseThrow(() -> new StageException(ErrorCode.FILE_TYPE_MISMATCH, Map.of("declared", declared)));
        return switch (kind) {
            case JPEG, PNG, WEBP -> new Upload(file, kind, Optional.of(decoder.check(file, kind)));
            case PDF -> new Upload(file, kind, Optional.empty());
        };
    }

    /**
     * Reads all pages.
     *
     * @param betweenPages is run before each page; it may throw to stop
     */
    List<Page> read(Upload upload, Runnable betweenPages) throws InterruptedException {
        if (upload.size().isPresent()) {
            betweenPages.run();
            Page page = threads.call(stop -> picture(upload, upload.size().get(), stop));
            return List.of(page);
        }
        try (PdfFile pdf = threads.call(stop -> PdfFile.open(upload.file(), mostPages))) {
            List<Page> pages = new ArrayList<>();
            for (int i = 0; i < pdf.pages(); i++) {
                int index = i;
                betweenPages.run();
                pages.add(threads.call(stop -> page(pdf, index, stop)));
            }
            return pages;
        }
    }

    /** The name of who read these pages. */
    String engine(List<Page> pages) {
        boolean allText = pages.stream().allMatch(p -> p.origin() == Page.Origin.TEXT_LAYER);
        return allText ? TEXT_LAYER : reader.engine();
    }

    private Page picture(Upload upload, PictureSize size, StopSignal stop) throws Exception {
        Timer.Sample begun = metrics.start();
        try (Picture picture = decoder.decode(upload.file(), upload.kind(), size)) {
            return read(picture, 1, stop, begun);
        }
    }

    private Page page(PdfFile pdf, int index, StopSignal stop) throws Exception {
        Timer.Sample begun = metrics.start();
        Optional<Page> text = pdf.textLayer(index);
        if (text.isPresent()) {
            metrics.read(begun, TEXT_LAYER, text.get());
            return text.get();
        }
        stop.checkpoint();
        try (Picture picture = render(pdf, index, stop)) {
            return read(picture, index + 1, stop, begun);
        }
    }

    private Picture render(PdfFile pdf, int index, StopSignal stop) throws Exception {
        boolean entered = drawings.enter(stop);
        try {
            return pdf.render(index);
        } finally {
            drawings.leave(entered);
        }
    }

    private Page read(Picture picture, int number, StopSignal stop, Timer.Sample begun) throws Exception {
        stop.checkpoint();
        Page page = reader.read(picture, number, stop);
        metrics.read(begun, reader.engine(), page);
        return page;
    }
}
