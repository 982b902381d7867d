package pl.paragon.ocr.fixedtext;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.decoder.Stopping;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/** Sees the same small receipt in every picture, and no words where a page says that there are some. */
public final class FixedTextReader implements PageReader {

    public static final String ENGINE = "fixed-text";

    /** All that the checks of later stages ask of a receipt: its name, an amount, a total. */
    private static final List<String> PRINT = List.of("PARAGON FISKALNY", "CHLEB 1 x1,00 1,00A", "SUMA PLN 1,00");

    private final Duration pageTime;

    /** @param pageTime how long it takes over a page */
    public FixedTextReader(Duration pageTime) {
        this.pageTime = pageTime;
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public Page read(Picture picture, int number, StopSignal stop) throws ReadingStoppedException {
        takeTime(stop);
        int height = picture.height() / PRINT.size();
        List<TextLine> lines = new ArrayList<>();
        for (String text : PRINT) {
            Quad quad = Quad.of(new Box(0, lines.size() * height, picture.width(), height));
            lines.add(new TextLine(quad, text, 1, List.of(), List.of(), List.of()));
        }
        return new Page(number, picture.width(), picture.height(), Page.Origin.PICTURE, lines);
    }

    @Override
    public List<Word> read(Picture picture, List<Box> places, StopSignal stop) {
        return places.stream().map(place -> new Word("", place, 0)).toList();
    }

    private void takeTime(StopSignal stop) throws ReadingStoppedException {
        CountDownLatch stopped = new CountDownLatch(1);
        try (Stopping.Registration registration = stop.whenStopped(stopped::countDown)) {
            if (stopped.await(pageTime.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ReadingStoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadingStoppedException();
        }
    }

    @Override
    public void close() {}
}
