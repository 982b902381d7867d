package pl.paragon.analysis.lexicon;

/**
 * Text without what readers and printers get wrong most: case and the marks on letters. One character in gives one
 * character out, so places stay the same.
 */
public final class Folding {

    private static final String MARKED = "ąćęłńóśźżäöüßáàâåčďéèěëíìîïňôòøřšťúùûůýžçñ";
    private static final String PLAIN = "acelnoszzaousaaaacdeeeeiiiinooorstuuuuyzcn";

    private Folding() {}

    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    public static char fold(char c) {
        char lower = Character.toLowerCase(c);
        int at = MARKED.indexOf(lower);
        return at < 0 ? lower : PLAIN.charAt(at);
    }

    /** Only the letters and digits of the folded text. */
    public static String letters(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                kept.append(fold(text.charAt(i)));
            }
        }
        return kept.toString();
    }
}
