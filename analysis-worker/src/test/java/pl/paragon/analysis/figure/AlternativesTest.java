package pl.paragon.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.lexicon.Lexer;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.RowAssembler;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Candidate;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Witness;
import pl.paragon.contracts.text.Word;

class AlternativesTest {

    @Test
    void shouldTakeTheReadersAlternativesForTheirProbabilities() {
        // given a reader that was in two minds about the third digit
        Row row = row("19,16", 3, new Candidate("1", 0.6), new Candidate("4", 0.3));

        // when
        Figure figure = Alternatives.amount(row, Lexer.tokens(row.text()).getFirst());

        // then
        assertThat(figure.value()).isEqualTo(1916);
        assertThat(figure.cost(1946).getAsDouble()).isLessThan(1);
        assertThat(figure.cost(1976).getAsDouble()).isGreaterThan(4);
    }

    @Test
    void shouldKnowWhichDigitsAreAlikeIfTheReaderIsUnsureAndOffersNone() {
        // given
        Row row = row("8,80", 2, new Candidate("8", 0.7));

        // when
        Figure figure = Alternatives.amount(row, Lexer.tokens(row.text()).getFirst());

        // then
        assertThat(figure.cost(800).getAsDouble()).isLessThan(figure.cost(820).getAsDouble());
        assertThat(figure.cost(123)).isEmpty();
    }

    @Test
    void shouldTakeWhatWasReadWithCertaintyForNothingElse() {
        // given
        Row row = row("8,80", -1);

        // when
        Figure figure = Alternatives.amount(row, Lexer.tokens(row.text()).getFirst());

        // then
        assertThat(figure.isCertain()).isTrue();
        assertThat(figure.value()).isEqualTo(880);
    }

    @Test
    void shouldDoubtOnlyTheCharacterThatTheReaderDoubts() {
        // given
        Row row = row("8,80", 2, new Candidate("8", 0.89));

        // when
        Figure figure = Alternatives.amount(row, Lexer.tokens(row.text()).getFirst());

        // then
        assertThat(figure.costs().keySet())
                .containsExactlyInAnyOrder(800L, 810L, 820L, 830L, 840L, 850L, 860L, 870L, 880L, 890L);
    }

    @Test
    void shouldTakeWhatAWitnessSaw() {
        // given
        List<Witness> witnesses = List.of(new Witness("tesseract", "8,60", 0.9));

        // when
        Figure figure = amount(line("8,80", 0.99, List.of(), symbols("8,80", 0.99), witnesses));

        // then
        assertThat(figure.costs().keySet()).containsExactlyInAnyOrder(880L, 860L);
    }

    @Test
    void shouldBeCertainOfNothingOnADamagedRow() {
        // when
        Figure figure = amount(line("8,80", 0.8, List.of(), symbols("8,80", 0.99), List.of()));

        // then
        assertThat(figure.cost(580)).isPresent();
        assertThat(figure.cost(881)).isPresent();
    }

    @Test
    void shouldTakeTheConfidenceInTheWordIfTheReaderHasNoneInCharacters() {
        // given
        List<Word> words =
                List.of(new Word("SUMA", new Box(0, 0, 50, 20), 0.99), new Word("8,80", new Box(60, 0, 40, 20), 0.7));

        // when
        Figure doubted = amount(line("SUMA 8,80", 0.95, words, List.of(), List.of()));
        Figure certain = amount(line("SUMA 8,80", 0.95, List.of(), List.of(), List.of()));

        // then
        assertThat(doubted.isCertain()).isFalse();
        assertThat(certain.isCertain()).isTrue();
    }

    @Test
    void shouldReadAnAmountBelowOneWithoutItsZero() {
        // when
        Figure certain = amount(line(",99", 0.99, List.of(), symbols(",99", 0.99), List.of()));
        Figure cut = amount(line(",99", 0.99, List.of(), symbols(",99", 0.8), List.of()));

        // then
        assertThat(certain.costs().keySet()).containsExactly(99L);
        assertThat(cut.cost(399)).as("something may have stood before it").isPresent();
    }

    @Test
    void shouldLeaveATaxLetterThatWasReadWithCertainty() {
        assertThat(new Mark('C', true).letters()).extracting(Letter::letter).containsExactly('C');
        assertThat(new Mark('C', false).letters()).extracting(Letter::letter).contains('C', 'G', 'A');
        assertThat(new Mark('8', true).letters())
                .as("no letter")
                .extracting(Letter::letter)
                .contains('B', 'A');
    }

    private static Figure amount(TextLine line) {
        Row row = row(line);
        return Alternatives.amount(row, Lexer.tokens(row.text()).getLast());
    }

    private static TextLine line(
            String text, double confidence, List<Word> words, List<Symbol> symbols, List<Witness> witnesses) {
        return new TextLine(Quad.of(new Box(0, 0, 100, 20)), text, confidence, words, symbols, witnesses);
    }

    private static List<Symbol> symbols(String text, double p) {
        return text.chars()
                .mapToObj(c -> new Symbol(0.5, List.of(new Candidate(Character.toString(c), p))))
                .toList();
    }

    @Test
    void shouldOfferADigitThatTheReaderMayHavePassedOver() {
        // given a reader that was not sure whether nothing or a four stands behind the one
        List<Symbol> symbols = new ArrayList<>();
        for (String c : List.of("1", "2", ",", "9", "9")) {
            symbols.add(new Symbol(0.1 * symbols.size(), List.of(new Candidate(c, 0.99))));
        }
        symbols.add(1, new Symbol(0.05, List.of(new Candidate("", 0.7), new Candidate("4", 0.25))));
        Row row = row("12,99", symbols);

        // when
        Figure figure = Alternatives.amount(row, Lexer.tokens(row.text()).getFirst());

        // then
        assertThat(figure.value()).isEqualTo(1299);
        assertThat(figure.cost(14299).getAsDouble()).isLessThan(1.5);
    }

    private static Row row(String text, int doubtful, Candidate... candidates) {
        List<Symbol> symbols = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            boolean doubted = i == doubtful;
            List<Candidate> read =
                    doubted ? List.of(candidates) : List.of(new Candidate(text.substring(i, i + 1), 0.99));
            symbols.add(new Symbol((i + 0.5) / text.length(), read));
        }
        return row(text, symbols);
    }

    private static Row row(String text, List<Symbol> symbols) {
        return row(line(text, 0.95, List.of(), symbols, List.of()));
    }

    private static Row row(TextLine line) {
        Page page = new Page(1, 200, 100, Page.Origin.PICTURE, List.of(line));
        return new RowAssembler(Checkpoint.NONE)
                .assemble(new RecognizedText("two-readers", List.of(page)))
                .rows()
                .getFirst();
    }
}
