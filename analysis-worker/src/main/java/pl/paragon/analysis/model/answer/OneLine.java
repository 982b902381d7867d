package pl.paragon.analysis.model.answer;

/** Words of strangers for our log: one short line of them. */
public final class OneLine {

    private static final int MOST = 200;

    private OneLine() {}

    public static String of(String words) {
        String line = String.valueOf(words).replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= MOST ? line : line.substring(0, MOST) + "…";
    }
}
