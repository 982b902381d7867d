package pl.paragon.ocr.tworeaders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import pl.paragon.ocr.line.LineBox;
import pl.paragon.ocr.line.LineCutter;
import pl.paragon.ocr.line.LineReading;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

/**
 * Print that runs another way than the rest of its picture, as on a second receipt that lies on its side. Long lines
 * that run across the rest, or are hard to read, give it away; a receipt by itself has hardly any, so that nothing more
 * is read of most pictures.
 *
 * @param degrees in which direction it runs: 0, 90, 180 or 270
 * @param across whether that is across the rest
 * @param own its long lines
 * @param rest the other long lines
 */
record TurnedPrint(int degrees, boolean across, Set<LineBox> own, Set<LineBox> rest) {

    private static final int FEWEST_LINES = 6;
    private static final double LONG = 3;
    /** A third to two thirds of the lines that are upside down are read with less, and hardly any others. */
    private static final double HARD_TO_READ = 0.8;

    private static final int FEWEST_HARD_TO_READ = 4;

    /** Print on its side is read with more in its direction. */
    private static final double LEGIBLE = 0.7;
    /** Upright lines that are hard to read are read with 0.47–0.76 from behind, upside-down ones with 0.87–1. */
    private static final double LEGIBLE_UPSIDE_DOWN = 0.8;
    /** A piece belongs to the print to which most of so many long lines around it belong. */
    private static final int NEIGHBOURS = 5;

    /** How a kind of turned print is found. */
    interface Search {

        /** Empty if there is none in {@code run}. */
        Optional<TurnedPrint> in(Run run, LineReader reader, LineCutter cutter, StopSignal stop)
                throws ReadingStoppedException;
    }

    static Optional<TurnedPrint> sideways(Run run, LineReader reader, LineCutter cutter, StopSignal stop)
            throws ReadingStoppedException {
        List<LineBox> across = longLines(run, i -> !run.boxes().get(i).runsAlong(run.degrees()));
        if (across.size() < FEWEST_LINES) {
            return Optional.empty();
        }
        ReadingDirection direction = ReadingDirection.of(across, reader, cutter, stop);
        return direction.confidence() < LEGIBLE
                ? Optional.empty()
                : Optional.of(of(direction.degrees(), true, across, longLines(run, i -> true)));
    }

    static Optional<TurnedPrint> upsideDown(Run run, LineReader reader, LineCutter cutter, StopSignal stop)
            throws ReadingStoppedException {
        List<LineBox> hard = longLines(run, i -> run.readings().get(i).confidence() < HARD_TO_READ);
        if (hard.size() < FEWEST_HARD_TO_READ) {
            return Optional.empty();
        }
        int degrees = (run.degrees() + 180) % 360;
        if (ReadingDirection.towards(degrees, hard, reader, cutter, stop).confidence() < LEGIBLE_UPSIDE_DOWN) {
            return Optional.empty();
        }
        List<LineBox> backwards =
                run.boxes().stream().map(box -> box.towards(degrees)).toList();
        List<LineReading> readings = reader.read(cutter, backwards, stop);
        List<LineBox> own = longLines(
                run, i -> readings.get(i).confidence() > run.readings().get(i).confidence());
        return own.size() < FEWEST_LINES
                ? Optional.empty()
                : Optional.of(of(degrees, false, own, longLines(run, i -> true)));
    }

    private static List<LineBox> longLines(Run run, Predicate<Integer> index) {
        List<LineBox> lines = new ArrayList<>();
        for (int i = 0; i < run.boxes().size(); i++) {
            LineBox box = run.boxes().get(i);
            if (box.w() > LONG * box.h() && index.test(i)) {
                lines.add(box);
            }
        }
        return lines;
    }

    private static TurnedPrint of(int degrees, boolean across, List<LineBox> own, List<LineBox> all) {
        Set<LineBox> rest = new HashSet<>(all);
        own.forEach(rest::remove);
        return new TurnedPrint(degrees, across, Set.copyOf(own), rest);
    }

    /** Whether a piece of the picture belongs to this print. */
    boolean holds(LineBox piece) {
        return across && piece.tellsDirection() ? piece.runsAlong(degrees) : isAmongOwn(piece);
    }

    private boolean isAmongOwn(LineBox piece) {
        record Neighbour(double distance, boolean own) {}
        List<Neighbour> neighbours = new ArrayList<>();
        own.forEach(line -> neighbours.add(new Neighbour(line.distance(piece), true)));
        rest.forEach(line -> neighbours.add(new Neighbour(line.distance(piece), false)));
        long owned = neighbours.stream()
                .sorted(Comparator.comparingDouble(Neighbour::distance))
                .limit(NEIGHBOURS)
                .filter(Neighbour::own)
                .count();
        return owned > NEIGHBOURS / 2;
    }
}
