package pl.paragon.ocr.file;

import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.ocr.document.PdfFile;
import pl.paragon.ocr.document.content.Ink;
import pl.paragon.ocr.document.content.PageContent;
import pl.paragon.ocr.document.content.PageContent.Claim;
import pl.paragon.ocr.document.content.PictureRegions;
import pl.paragon.ocr.document.content.ShownText;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.OneAtATime;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.worker.stage.StageException;

/**
 * Reads the pages of one PDF: by their text if the pages show it, by a picture on them if that is the receipt and the
 * text is the letter around it, and otherwise by their pixels.
 */
final class PdfReading {

    /** Text can be read of pages that are too much for drawing. */
    private static final Set<ErrorCode> UNDRAWABLE = Set.of(
            ErrorCode.PDF_CORRUPT, ErrorCode.PDF_TOO_COMPLEX, ErrorCode.IMAGE_TOO_LARGE, ErrorCode.IMAGE_TOO_LONG);

    private final PdfFile pdf;
    private final PageReader reader;
    private final ReadingMetrics metrics;
    private final OneAtATime pdfs;
    private boolean textUnseen;
    private int blankPages;

    /** @param pdfs the turn for work on a PDF in the Java heap */
    PdfReading(PdfFile pdf, PageReader reader, ReadingMetrics metrics, OneAtATime pdfs) {
        this.pdf = pdf;
        this.reader = reader;
        this.metrics = metrics;
        this.pdfs = pdfs;
    }

    Page page(int index, StopSignal stop) throws Exception {
        Timer.Sample begun = metrics.start();
        PageContent content = pdfs.inTurn(stop, () -> pdf.content(index, stop));
        Optional<Page> text = shown(content, index, stop).map(PageContent::page);
        if (text.isPresent() && Amounts.lines(text.get()) >= Amounts.OF_A_RECEIPT) {
            return read(begun, ReceiptFileReader.TEXT_LAYER, text.get());
        }
        Optional<Page> pictures = content.claim() == Claim.NO_TEXT ? Optional.empty() : pictures(content, index, stop);
        if (pictures.isPresent()
                && Amounts.lines(pictures.get()) > text.map(Amounts::lines).orElse(0L)) {
            return read(begun, reader.engine(), pictures.get());
        }
        if (text.isPresent()) {
            return read(begun, ReceiptFileReader.TEXT_LAYER, text.get());
        }
        return read(begun, reader.engine(), pixels(content, index, stop));
    }

    private Page read(Timer.Sample begun, String engine, Page page) {
        metrics.read(begun, engine, page);
        return page;
    }

    /** What could not be read of the pages that were. */
    Optional<ErrorCode> fault() {
        if (!pdf.isComplete()) {
            return Optional.of(ErrorCode.PDF_IMAGE_UNREADABLE);
        }
        if (textUnseen) {
            return Optional.of(ErrorCode.PDF_TEXT_NOT_SHOWN);
        }
        return blankPages == pdf.pages() ? Optional.of(ErrorCode.PDF_BLANK) : Optional.empty();
    }

    private Optional<PageContent> shown(PageContent content, int index, StopSignal stop)
            throws ReadingStoppedException {
        if (content.claim() != Claim.PLAUSIBLE) {
            return Optional.empty();
        }
        stop.checkpoint();
        try (Picture sketch = sketch(content, index, stop)) {
            return ShownText.of(content, sketch, reader, stop);
        } catch (StageException e) {
            if (!UNDRAWABLE.contains(e.error().code())) {
                throw e;
            }
            return Optional.of(content); // nobody sees this page: its text is all that there is
        }
    }

    private Picture sketch(PageContent content, int index, StopSignal stop) throws ReadingStoppedException {
        return pdfs.inTurn(stop, () -> pdf.sketch(index, content.legibleShare(), content.hasTextOverPictures(), stop));
    }

    private Optional<Page> pictures(PageContent content, int index, StopSignal stop) throws ReadingStoppedException {
        List<TextLine> lines = new ArrayList<>();
        for (Box region : PictureRegions.of(content)) {
            stop.checkpoint();
            try (Picture picture = pdfs.inTurn(stop, () -> pdf.render(index, region, stop))) {
                Page part = reader.read(picture, content.number(), stop);
                lines.addAll(OnPage.lines(part, region));
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(content.page(lines));
    }

    private Page pixels(PageContent content, int index, StopSignal stop) throws ReadingStoppedException {
        stop.checkpoint();
        try (Picture picture = pdfs.inTurn(stop, () -> pdf.render(index, stop))) {
            stop.checkpoint();
            Page page = reader.read(picture, content.number(), stop);
            if (page.lines().isEmpty()) {
                boolean blank = Ink.isNoneIn(picture);
                textUnseen |= content.claim() != Claim.NO_TEXT;
                blankPages += blank ? 1 : 0;
            }
            return page;
        }
    }
}
