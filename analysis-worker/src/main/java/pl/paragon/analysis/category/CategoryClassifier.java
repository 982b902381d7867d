package pl.paragon.analysis.category;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Resource;

/**
 * Finds the category of a printed name. Names are abbreviated, run together and cut ("KawMielRafiin250g", "SER KROL
 * SIERPC"), so they are cut into words at capitals and digits, and each word is compared with the stems of the
 * categories, whole or from the front. What comes first in a name counts most; what nothing is known of stays "Inne".
 */
public final class CategoryClassifier {

    private static final int SHORTEST_ABBREVIATION = 3;
    private static final double FALLBACK = 0.1;

    private record Stem(String letters, int category, double weight) {}

    private record Named(String path, String pathEn) {}

    private final List<Named> categories = new ArrayList<>();
    private final Map<Character, List<Stem>> stems = new HashMap<>();
    private final Category other;

    public CategoryClassifier() {
        Named last = null;
        for (String[] row : Resource.table(CategoryClassifier.class, "categories.tsv")) {
            last = new Named(row[0], row[1]);
            categories.add(last);
            for (String stem : row[2].split(" ")) {
                if (!stem.isBlank()) {
                    add(stem, categories.size() - 1);
                }
            }
        }
        if (last == null) {
            throw new IllegalStateException("no categories");
        }
        other = new Category(last.path, last.pathEn, FALLBACK, "fallback");
    }

    /** A stem may carry a weight: {@code ser:0.8}. */
    private void add(String stem, int category) {
        int colon = stem.indexOf(':');
        double weight = colon < 0 ? 1 : Double.parseDouble(stem.substring(colon + 1));
        String letters = Folding.letters(colon < 0 ? stem : stem.substring(0, colon));
        stems.computeIfAbsent(letters.charAt(0), c -> new ArrayList<>()).add(new Stem(letters, category, weight));
    }

    public Category classify(String name) {
        if (name == null || name.isBlank()) {
            return new Category(other.path(), other.pathEn(), 0, "no_name");
        }
        double[] scores = new double[categories.size()];
        List<String> words = words(name);
        for (int i = 0; i < words.size(); i++) {
            score(words.get(i), 1.0 / (1 + 0.35 * i), scores);
        }
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0 && (best < 0 || scores[i] > scores[best])) {
                best = i;
            }
        }
        if (best < 0) {
            return other;
        }
        double second = 0;
        for (int i = 0; i < scores.length; i++) {
            second = i == best ? second : Math.max(second, scores[i]);
        }
        double confidence = Math.min(0.95, 0.35 + 0.4 * Math.min(1, scores[best]) + 0.2 * (scores[best] - second));
        Named found = categories.get(best);
        return new Category(found.path, found.pathEn, Math.round(confidence * 100) / 100.0, "keyword_match");
    }

    /** A word counts for each category once, with the stem that fits it best. */
    private void score(String word, double place, double[] scores) {
        Map<Integer, Double> best = new HashMap<>();
        for (Stem stem : stems.getOrDefault(word.charAt(0), List.of())) {
            double fit = fit(word, stem.letters) * stem.weight;
            if (fit > 0) {
                best.merge(stem.category, fit, Math::max);
            }
        }
        best.forEach((category, fit) -> scores[category] += fit * place);
    }

    private static double fit(String word, String stem) {
        if (word.startsWith(stem)) {
            return 0.5 + 0.5 * Math.min(1, stem.length() / 5.0);
        }
        boolean abbreviated = word.length() >= SHORTEST_ABBREVIATION && stem.startsWith(word);
        return abbreviated ? 0.45 * word.length() / stem.length() : 0;
    }

    /** Words of letters, cut at capitals that follow small letters. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char before = ' ';
        for (char c : name.toCharArray()) {
            boolean capital = Character.isUpperCase(c) && Character.isLowerCase(before);
            if (!Character.isLetter(c) || capital) {
                flush(word, words);
            }
            if (Character.isLetter(c)) {
                word.append(Folding.fold(String.valueOf(c)));
            }
            before = c;
        }
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (word.length() > 1) {
            words.add(word.toString());
        }
        word.setLength(0);
    }
}
