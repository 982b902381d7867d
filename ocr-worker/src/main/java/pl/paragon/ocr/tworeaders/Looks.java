package pl.paragon.ocr.tworeaders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.ocr.line.LineBox;
import pl.paragon.ocr.line.LineCutter;
import pl.paragon.ocr.line.LineReading;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/**
 * Reads each line at half its width, which costs half, and once more at its full width if that leaves a doubt
 * ({@link SecondLook}).
 *
 * @param narrow empty if every line is read at its full width at once
 */
record Looks(Optional<LineReader> narrow, LineReader full) {

    /** The look that every line gets. */
    LineReader first() {
        return narrow.orElse(full);
    }

    /**
     * @param before what the first look has seen already
     * @return a reading for each box, in their order
     */
    List<LineReading> read(LineCutter cutter, List<LineBox> boxes, Map<LineBox, LineReading> before, StopSignal stop)
            throws ReadingStoppedException {
        List<LineReading> readings = firstLook(cutter, boxes, before, stop);
        return narrow.isPresent() ? secondLook(cutter, boxes, readings, stop) : readings;
    }

    private List<LineReading> firstLook(
            LineCutter cutter, List<LineBox> boxes, Map<LineBox, LineReading> before, StopSignal stop)
            throws ReadingStoppedException {
        List<LineBox> rest =
                boxes.stream().filter(box -> !before.containsKey(box)).toList();
        List<LineReading> read = first().read(cutter, rest, stop);
        Map<LineBox, LineReading> all = new HashMap<>(before);
        for (int i = 0; i < rest.size(); i++) {
            all.put(rest.get(i), read.get(i));
        }
        return boxes.stream().map(all::get).toList();
    }

    private List<LineReading> secondLook(
            LineCutter cutter, List<LineBox> boxes, List<LineReading> readings, StopSignal stop)
            throws ReadingStoppedException {
        List<Integer> doubtful = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            if (SecondLook.isNeeded(readings.get(i))) {
                doubtful.add(i);
            }
        }
        List<LineReading> again =
                full.read(cutter, doubtful.stream().map(boxes::get).toList(), stop);
        List<LineReading> merged = new ArrayList<>(readings);
        for (int k = 0; k < doubtful.size(); k++) {
            int i = doubtful.get(k);
            merged.set(i, SecondLook.merged(readings.get(i), again.get(k)));
        }
        return merged;
    }
}
