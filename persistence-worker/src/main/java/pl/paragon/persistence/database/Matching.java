package pl.paragon.persistence.database;

import java.util.List;
import java.util.regex.Pattern;

/** Words that somebody looks for, as patterns of SQL's {@code like}. */
public final class Matching {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Matching() {}

    /** For each different word a pattern of what has it anywhere, each character meant as it is. */
    public static List<String> words(String text) {
        return SPACES.splitAsStream(text.strip())
                .distinct()
                .map(word -> "%" + literally(word) + "%")
                .toList();
    }

    private static String literally(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
