package pl.paragon.api.intake;

/** A client's file name made safe to show in answers, logs and on screens. It never becomes a path. */
final class DisplayName {

    /** What file systems allow, and more than anybody types. */
    private static final int LONGEST = 255;

    private static final String NAMELESS = "receipt";

    private DisplayName() {}

    /**
     * The last part of a path, without control and formatting characters (a right-to-left mark can make "gpj.exe" look
     * like "exe.jpg"), cut to 255 characters.
     */
    static String of(String filename) {
        String name = filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
        String clean = name.codePoints()
                .filter(DisplayName::isShown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (clean.isEmpty() || clean.equals(".") || clean.equals("..")) {
            return NAMELESS;
        }
        int length = clean.codePointCount(0, clean.length());
        return length <= LONGEST ? clean : clean.substring(0, clean.offsetByCodePoints(0, LONGEST));
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
