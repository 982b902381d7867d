package pl.paragon.analysis.figure;
import pl.paragon.analysis.lexicon.Lexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.RowAssembler;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Candidate;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.TextLine;

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
    void shouldKnowWhichDigitsAreAlikeWhereTheReaderSaysNothing() {
        // given
        Row row = row("8,80", -1);

        // when
        Figure figure = Alternatives.amount(row, Lexer.tokens(row.text()).getFirst());

        // then
        assertThat(figure.cost(800).getAsDouble()).isLessThan(figure.cost(820).getAsDouble());
        assertThat(figure.cost(123)).isEmpty();
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
        TextLine line = new TextLine(Quad.of(new Box(0, 0, 100, 20)), text, 0.9, List.of(), symbols, List.of());
        Page page = new Page(1, 200, 100, Page.Origin.PICTURE, List.of(line));
        return new RowAssembler(Checkpoint.NONE)
                .assemble(new RecognizedText("two-readers", List.of(page)))
                .rows()
                .getFirst();
    }
}
