package pl.paragon.ocr.tworeaders;

import java.util.List;
import pl.paragon.ocr.line.LineBox;
import pl.paragon.ocr.line.LineCutter;
import pl.paragon.ocr.line.LineReading;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/** Reads lines of a picture. */
@FunctionalInterface
interface LineReader {

    /** @return a reading for each box, in their order */
    List<LineReading> read(LineCutter cutter, List<LineBox> boxes, StopSignal stop) throws ReadingStoppedException;
}
