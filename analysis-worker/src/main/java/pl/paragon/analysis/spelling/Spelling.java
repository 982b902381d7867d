package pl.paragon.analysis.spelling;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses among the readers' alternatives for the characters of a name by what letters stand beside each other: O or 0,
 * l or I, Z or Ż. A name stays what is printed: nothing is written that no reader saw, and what was read stays unless
 * another choice is not clearly better.
 */
public final class Spelling {

    /** How many beginnings of a name are followed at a time. */
    private static final int WIDTH = 16;

    /** The readers are surer of themselves than the letters beside a letter can be. */
    private static final double LETTERS = 0.6;

    /** What a character costs on average, so that a longer spelling is not a worse one. */
    private static final double PER_CHARACTER = 2.5;

    /** What was read stays if the best spelling gains less than this. */
    private static final double CLEARLY = 0.5;

    /** Twice what a till prints in a row: something longer is no name and stays as it was read. */
    private static final int LONGEST = 100;

    /** A beginning of the name: its last choice and, linked, those before it. */
    private record Path(LetterModel.State state, Path before, String last, double cost) {

        String text() {
            StringBuilder reversed = new StringBuilder();
            for (Path path = this; path != null; path = path.before) {
                reversed.append(path.last);
            }
            return reversed.reverse().toString();
        }
    }

    private final LetterModel model;
    private final Marks marks;

    private Spelling(LetterModel model, Marks marks) {
        this.model = model;
        this.marks = marks;
    }

    public static Spelling by(LetterModel model) {
        return new Spelling(model, Marks.UNKNOWN);
    }

    /** For languages that the model does not know. */
    public static Spelling asRead() {
        return new Spelling(null, Marks.UNKNOWN);
    }

    /** For a receipt whose names were read like this. */
    public Spelling forPrint(String names) {
        return new Spelling(model, Marks.of(names));
    }

    /** The most probable spelling. */
    public String of(List<Glyph> name) {
        String read = Lattice.read(name);
        boolean settled = model == null
                || name.size() > LONGEST
                || name.stream().allMatch(glyph -> glyph.choices().size() == 1);
        Path best = settled ? null : best(name);
        boolean better = best != null && cost(name) - best.cost > CLEARLY;
        return LookAlikes.settle(better ? best.text() : read);
    }

    private Path best(List<Glyph> name) {
        List<Path> paths = List.of(new Path(model.begin(), null, "", 0));
        for (Glyph glyph : name) {
            Map<LetterModel.State, Path> next = new HashMap<>();
            for (Path path : paths) {
                for (Glyph.Choice choice : glyph.choices()) {
                    Path reached = step(path, choice);
                    next.merge(reached.state, reached, (a, b) -> a.cost <= b.cost ? a : b);
                }
            }
            paths = next.values().stream()
                    .sorted(Comparator.comparingDouble(Path::cost))
                    .limit(WIDTH)
                    .toList();
        }
        return paths.stream()
                .map(p -> new Path(p.state, p.before, p.last, p.cost + LETTERS * model.end(p.state)))
                .min(Comparator.comparingDouble(Path::cost))
                .orElseThrow();
    }

    private Path step(Path path, Glyph.Choice choice) {
        double cost = path.cost + choice.cost() + marks.cost(choice.text());
        if (choice.text().isEmpty()) {
            return new Path(path.state, path.before, path.last, cost);
        }
        char c = choice.text().charAt(0);
        double letters = LETTERS * (model.cost(path.state, c) - PER_CHARACTER);
        return new Path(model.behind(path.state, c), path, choice.text(), cost + letters);
    }

    /** The cost of the name as it was read. */
    private double cost(List<Glyph> name) {
        Path path = new Path(model.begin(), null, "", 0);
        for (Glyph glyph : name) {
            path = step(path, glyph.choices().getFirst());
        }
        return path.cost + LETTERS * model.end(path.state);
    }
}
