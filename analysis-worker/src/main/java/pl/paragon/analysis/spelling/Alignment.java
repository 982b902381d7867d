package pl.paragon.analysis.spelling;

import pl.paragon.analysis.lexicon.Folding;

/** Which character of another reader's text stands where each of this text's does. */
public final class Alignment {

    private static final int APART = 3;
    private static final int MISSING = 2;
    private static final int SAME_LETTER = 1;

    private Alignment() {}

    /** The other text's characters, one for each of {@code text}, {@code \0} if it has none. */
    public static String of(String text, String other) {
        int[][] costs = new int[text.length() + 1][other.length() + 1];
        for (int i = 0; i <= text.length(); i++) {
            for (int k = 0; k <= other.length(); k++) {
                costs[i][k] = cheapest(costs, text, other, i, k);
            }
        }
        char[] aligned = new char[text.length()];
        int k = other.length();
        for (int i = text.length(); i > 0; ) {
            if (k > 0 && costs[i][k] == costs[i - 1][k - 1] + apart(text.charAt(i - 1), other.charAt(k - 1))) {
                aligned[--i] = other.charAt(--k);
            } else if (costs[i][k] == costs[i - 1][k] + MISSING) {
                i--;
            } else {
                k--;
            }
        }
        return new String(aligned);
    }

    private static int cheapest(int[][] costs, String text, String other, int i, int k) {
        if (i == 0 || k == 0) {
            return MISSING * (i + k);
        }
        int replaced = costs[i - 1][k - 1] + apart(text.charAt(i - 1), other.charAt(k - 1));
        return Math.min(replaced, MISSING + Math.min(costs[i - 1][k], costs[i][k - 1]));
    }

    private static int apart(char a, char b) {
        if (a == b) {
            return 0;
        }
        return Folding.fold(a) == Folding.fold(b) ? SAME_LETTER : APART;
    }
}
