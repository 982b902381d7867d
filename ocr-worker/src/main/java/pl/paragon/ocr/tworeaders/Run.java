package pl.paragon.ocr.tworeaders;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import pl.paragon.ocr.line.LineBox;
import pl.paragon.ocr.line.LineReading;

/**
 * The print of a picture that runs one way.
 *
 * @param degrees clockwise from "to the right": 0, 90, 180 or 270
 * @param boxes along which its lines were read
 * @param readings one for each box
 */
record Run(int degrees, List<LineBox> boxes, List<LineReading> readings) {

    Run without(Predicate<LineBox> elsewhere) {
        List<LineBox> restOfBoxes = new ArrayList<>();
        List<LineReading> restOfReadings = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            if (!elsewhere.test(boxes.get(i))) {
                restOfBoxes.add(boxes.get(i));
                restOfReadings.add(readings.get(i));
            }
        }
        return new Run(degrees, restOfBoxes, restOfReadings);
    }
}
