package pl.paragon.analysis.spelling;

import java.util.regex.Pattern;

/**
 * What stands beside a character in a name tells which of two that look alike it is: a zero between letters is an O, an
 * I behind a number is the l of litres, a sign of multiplication is an x. Nothing else is changed: a name is what is
 * printed, not what it ought to be.
 */
final class LookAlikes {

    private static final Pattern ZERO_BETWEEN_CAPITALS = Pattern.compile("(?<=\\p{Lu})0(?=\\p{Lu})");
    private static final Pattern ZERO_BEFORE_CAPITAL_WORD = Pattern.compile("(?<=\\p{L})0(?=\\p{Ll})");
    private static final Pattern ZERO_ALONE = Pattern.compile("(?<=\\p{L} )0$");
    private static final Pattern LITRE = Pattern.compile("(?<=\\d)[I|](?![\\p{Ll}\\d])");
    private static final Pattern TIMES = Pattern.compile("(?<=[\\p{L}\\d])×(?=[\\p{L}\\d])");

    private LookAlikes() {}

    static String settle(String name) {
        String spelled = TIMES.matcher(name).replaceAll("x");
        spelled = ZERO_BETWEEN_CAPITALS.matcher(spelled).replaceAll("O");
        spelled = ZERO_BEFORE_CAPITAL_WORD
                .matcher(spelled)
                .replaceAll(m -> Character.isUpperCase(spelledBefore(name, m.start())) ? "O" : "o");
        spelled = ZERO_ALONE.matcher(spelled).replaceAll("O");
        return LITRE.matcher(spelled).replaceAll("l");
    }

    private static char spelledBefore(String name, int at) {
        return at > 0 ? name.charAt(at - 1) : ' ';
    }
}
