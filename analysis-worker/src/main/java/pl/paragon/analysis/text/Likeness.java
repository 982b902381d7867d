package pl.paragon.analysis.text;

import java.util.Arrays;

/** How alike two texts are, by the edits that turn one into the other. */
public final class Likeness {

    private Likeness() {}

    /** Insertions, deletions and replacements between the two. */
    public static int distance(String a, String b) {
        return distance(a, b, Math.max(a.length(), b.length()));
    }

    /** Whether so many edits at most turn one into the other; gives up as soon as that is impossible. */
    public static boolean isWithin(int most, String a, String b) {
        return distance(a, b, most) <= most;
    }

    /**
     * The distance, or more than {@code most} if it is greater: only cells that near the diagonal can be part of it.
     */
    private static int distance(String a, String b, int most) {
        int beyond = most + 1;
        if (most < 0 || Math.abs(a.length() - b.length()) > most) {
            return beyond;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = Math.min(j, beyond);
        }
        for (int i = 1; i <= a.length(); i++) {
            int first = Math.max(1, i - most);
            int last = Math.min(b.length(), i + most);
            int diagonal = row[first - 1];
            row[first - 1] = first == 1 ? Math.min(i, beyond) : beyond;
            int least = row[first - 1];
            for (int j = first; j <= last; j++) {
                int above = j == i + most ? beyond : row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(beyond, Math.min(replaced, Math.min(above, row[j - 1]) + 1));
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return beyond;
            }
        }
        return row[b.length()];
    }

    /** 1 for the same text, 0 for nothing in common. */
    public static double of(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 1 : 1 - (double) distance(a, b) / longer;
    }

    /** Whether {@link #of} is at least this; gives up as soon as it is not. */
    public static boolean isAtLeast(double likeness, String a, String b) {
        int longer = Math.max(a.length(), b.length());
        int most = (int) Math.ceil((1 - likeness) * longer);
        int distance = distance(a, b, most);
        return distance <= most && (longer == 0 || 1 - (double) distance / longer >= likeness);
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
        return Math.min(part.length(), Arrays.stream(row).min().orElse(part.length()));
    }
}
