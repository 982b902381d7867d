package pl.paragon.contracts.wire;

/** Texts that come from outside, cut so that no event grows with them. */
public final class Shortened {

    private static final String ELLIPSIS = "…";
    private static final int ELLIPSIS_BYTES = 3;

    private Shortened() {}

    /**
     * The text, or as much of its beginning as fits and an ellipsis. Shortening a shortened text changes nothing.
     *
     * @param bytes how many it may take as a JSON string in UTF-8, its quotes not counted; at least 3
     */
    public static String to(int bytes, String text) {
        if (text == null || size(text) <= bytes) {
            return text;
        }
        int taken = 0;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            taken += size(character);
            if (taken > bytes - ELLIPSIS_BYTES) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    /** How many bytes a text takes as a JSON string in UTF-8, its quotes not counted. */
    public static int size(String text) {
        return text.codePoints().map(Shortened::size).sum();
    }

    private static int size(int character) {
        if (character < 0x20) {
            return 6; // \u0000
        }
        if (character == '"' || character == '\\') {
            return 2;
        }
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
