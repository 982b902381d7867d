package pl.paragon.analysis.spelling;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What letters stand beside each other in the names that Polish tills print: which letters, whatever their case
 * ({@code ł} behind {@code zó}), and which shapes, whatever the letters (a capital behind small ones, digits before
 * {@code g}). It knows no words and proposes none; it weighs what a reader saw. Made by {@code models/letters}.
 */
public final class LetterModel {

    private static final String ALPHABET = "^$ abcdefghijklmnopqrstuvwxyząćęłńóśźżäöüß0123456789.,-/%&+'*()?";
    private static final int BEGIN = 0;
    private static final int END = 1;
    private static final int FIRST_PRINTED = 2;
    private static final int OTHER = ALPHABET.length() - 1;
    private static final int CAPITAL = 2;
    private static final int SMALL = 3;
    private static final int DIGIT = 4;
    private static final int SPACE = 5;
    private static final int ANY_OTHER = 6;
    private static final double SHAPE = 0.7;

    /** What was written so far: the last letters and the last shapes. */
    record State(long letters, long shapes) {}

    private final Sequences letters;
    private final Sequences shapes;

    private LetterModel(Sequences letters, Sequences shapes) {
        this.letters = letters;
        this.shapes = shapes;
    }

    /** The model that belongs to this program. */
    public static LetterModel packed() {
        try (InputStream resource = LetterModel.class.getResourceAsStream("letters.bin");
                DataInputStream in = new DataInputStream(new BufferedInputStream(resource))) {
            return new LetterModel(Sequences.read(in), Sequences.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The model of letters, letters.bin, is not in the program.", e);
        }
    }

    State begin() {
        return new State(BEGIN, BEGIN);
    }

    State behind(State state, char c) {
        return new State(letters.extend(state.letters, letter(c)), shapes.extend(state.shapes, shape(c)));
    }

    /** The cost of this character there: letters and shapes together, in nats. */
    double cost(State state, char c) {
        return letters.cost(state.letters, letter(c)) + SHAPE * shapes.cost(state.shapes, shape(c));
    }

    double end(State state) {
        return letters.cost(state.letters, END) + SHAPE * shapes.cost(state.shapes, END);
    }

    /** The cost of a whole name. */
    double cost(String name) {
        State state = begin();
        double cost = 0;
        for (char c : name.toCharArray()) {
            cost += cost(state, c);
            state = behind(state, c);
        }
        return cost + end(state);
    }

    private static int letter(char c) {
        int at = ALPHABET.indexOf(c == '…' ? '.' : Character.toLowerCase(c), FIRST_PRINTED);
        return at < 0 ? OTHER : at;
    }

    private static int shape(char c) {
        if (Character.isUpperCase(c)) {
            return CAPITAL;
        }
        if (Character.isLowerCase(c)) {
            return SMALL;
        }
        return Character.isDigit(c) ? DIGIT : c == ' ' ? SPACE : ANY_OTHER;
    }
}
