package pl.paragon.analysis.text;

/** How alike two texts are, by the edits that turn one into the other. */
public final class Likeness {

    private Likeness() {}

    /** Insertions, deletions and replacements between the two. */
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    /** 1 for the same text, 0 for nothing in common. */
    public static double of(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 1 : 1 - (double) distance(a, b) / longer;
    }

    /** The edits needed to find {@code part} somewhere within {@code whole}. */
    public static int distanceWithin(String part, String whole) {
        int[] row = new int[whole.length() + 1];
        for (int i = 1; i <= part.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= whole.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (part.charAt(i - 1) == whole.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        int best = part.length();
        for (int edits : row) {
            best = Math.min(best, edits);
        }
        return best;
    }
}
