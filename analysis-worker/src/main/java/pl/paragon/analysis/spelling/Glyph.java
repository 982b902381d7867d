package pl.paragon.analysis.spelling;

import java.util.List;

/**
 * One place of a printed name with all that may stand there.
 *
 * @param choices as it was read first, at no cost
 */
public record Glyph(List<Choice> choices) {

    /**
     * @param text a character, or empty for none
     * @param cost how much less probable than what was read, by the readers: a difference of negative logarithms
     */
    public record Choice(String text, double cost) {}

    public Glyph {
        choices = List.copyOf(choices);
    }

    static Glyph sure(char c) {
        return new Glyph(List.of(new Choice(String.valueOf(c), 0)));
    }

    String read() {
        return choices.getFirst().text();
    }
}
