package pl.paragon.ocr.tworeaders;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.paragon.ocr.line.LineBox;
import pl.paragon.ocr.line.LineCutter;
import pl.paragon.ocr.line.LineReading;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/**
 * Which way the print of a picture runs: the long sides of its lines give the axis, and a few long lines, read both
 * ways, the direction. Upright print is read with confidence at once (0.93–0.97), upside-down print is not
 * (0.37–0.57), so most pictures need no second reading.
 *
 * @param degrees clockwise from "to the right": 0, 90, 180 or 270
 * @param read what was read to find it out, by its box
 */
record ReadingDirection(int degrees, Map<LineBox, LineReading> read) {

    private static final int PROBES = 6;
    private static final double SURE = 0.85;

    static ReadingDirection of(List<LineBox> boxes, LineReader reader, LineCutter cutter, StopSignal stop)
            throws ReadingStoppedException {
        int axis = length(boxes, 0) >= length(boxes, 90) ? 0 : 90;
        ReadingDirection forwards = towards(axis, boxes, reader, cutter, stop);
        if (forwards.confidence() >= SURE) {
            return forwards;
        }
        ReadingDirection backwards = towards(axis + 180, boxes, reader, cutter, stop);
        return backwards.confidence() > forwards.confidence() ? backwards : forwards;
    }

    private static double length(List<LineBox> boxes, int axis) {
        return boxes.stream()
                .filter(box -> box.runsAlong(axis) && box.w() > 2 * box.h())
                .mapToDouble(LineBox::w)
                .sum();
    }

    /** A few long lines, read in this direction. */
    static ReadingDirection towards(
            int degrees, List<LineBox> boxes, LineReader reader, LineCutter cutter, StopSignal stop)
            throws ReadingStoppedException {
        List<LineBox> longest = boxes.stream()
                .filter(box -> box.runsAlong(degrees))
                .sorted(Comparator.comparingDouble((LineBox box) -> box.w() / box.h())
                        .reversed())
                .limit(PROBES)
                .map(box -> box.towards(degrees))
                .toList();
        List<LineReading> readings = reader.read(cutter, longest, stop);
        Map<LineBox, LineReading> read = new HashMap<>();
        for (int i = 0; i < longest.size(); i++) {
            read.put(longest.get(i), readings.get(i));
        }
        return new ReadingDirection(degrees, read);
    }

    /** Mean of what was read; 1 if there was nothing to read. */
    double confidence() {
        return read.values().stream()
                .mapToDouble(LineReading::confidence)
                .average()
                .orElse(1);
    }
}
