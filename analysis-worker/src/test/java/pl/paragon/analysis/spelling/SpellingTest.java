package pl.paragon.analysis.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.rows.Piece;
import pl.paragon.analysis.rows.RowAssembler;
import pl.paragon.contracts.text.Candidate;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Witness;

class SpellingTest {

    private final Spelling spelling = Spelling.by(LetterModel.packed());

    /** What the reader saw first, behind it in brackets what else it may be: {@code D0(O)}. */
    @ParameterizedTest
    @CsvSource({
        "PŁYN D0(O) PODŁÓG 1L, PŁYN DO PODŁÓG 1L",
        "OlejLniany0.51(l), OlejLniany0.5l",
        "K.SerTo1(l)stY(y), K.SerTolsty",
        "PASTA Z(Ż)URAWINA, PASTA ŻURAWINA",
        "ŚLIWKA WE6(G)IERKA, ŚLIWKA WEGIERKA",
        "Papryka C7(z)erwona, Papryka Czerwona",
        "5(S)er Podlaski 150g, Ser Podlaski 150g"
    })
    void shouldChooseByWhatStandsBesideACharacter(String seen, String printed) {
        // then
        assertThat(spelling.of(glyphs(seen, 0.6))).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"BATON TWIR(K)", "KOD 4711O(0)A", "Jaja M10(O) L"})
    void shouldKeepWhatWasReadWhereNothingIsClearlyBetter(String seen) {
        // given a reader that was nearly sure
        List<Glyph> name = glyphs(seen, 0.99);

        // then
        assertThat(spelling.of(name)).isEqualTo(seen.replaceAll("\\(.\\)", ""));
    }

    @Test
    void shouldNotTurnANameIntoAWordThatItKnows() {
        // given a name that is nearly another, and a reader without doubts
        List<Glyph> name = glyphs("MLEKQ SWIEZE", 1);

        // then
        assertThat(spelling.of(name)).isEqualTo("MLEKQ SWIEZE");
    }

    @Test
    void shouldKeepMarksOutOfPrintThatHasNone() {
        // given
        String receipt =
                "PLYN DO SZYB CYTRYNOWY 500ML\nRECZNIK PAPIEROWY 2 ROLKI\nSRODEK DO CZYSZCZENIA ARMATURY\nGABKI KUCHENNE";
        List<Glyph> name = glyphs("PŁ(L)YN DO NACZYN", 0.6);

        // then
        assertThat(spelling.of(name)).isEqualTo("PŁYN DO NACZYN");
        assertThat(spelling.forPrint(receipt).of(name)).isEqualTo("PLYN DO NACZYN");
    }

    @Test
    void shouldGiveTheSecondReaderItsSay() {
        // given a reader that saw a stroke, and another that saw the letter of litres
        Piece alone = piece("Rosół Babuni1|", 0.64, 'I', null);
        Piece witnessed = piece("Rosół Babuni1|", 0.64, 'I', "Rosół Babuni1l");

        // then
        assertThat(spelling.of(Lattice.of(witnessed, 0, 14))).isEqualTo("Rosół Babuni1l");
        assertThat(Lattice.of(alone, 0, 14).getLast().choices())
                .extracting(Glyph.Choice::text)
                .containsExactly("|", "I");
    }

    @Test
    void shouldDropWhatIsProbablyNothing() {
        // given
        List<Glyph> name = new ArrayList<>(glyphs("SER SALAMI", 1));
        name.addFirst(new Glyph(List.of(new Glyph.Choice(")", 0), new Glyph.Choice("", 0.2))));

        // then
        assertThat(spelling.of(name)).isEqualTo("SER SALAMI");
    }

    @Test
    void shouldLeaveOtherLanguagesAlone() {
        // then
        assertThat(Spelling.asRead().of(glyphs("PŁ(L)YN D0(O)", 0.5))).isEqualTo("PŁYN D0");
    }

    private static List<Glyph> glyphs(String seen, double p) {
        List<Glyph> glyphs = new ArrayList<>();
        for (int i = 0; i < seen.length(); i++) {
            if (i + 3 < seen.length() && seen.charAt(i + 1) == '(') {
                double cost = Math.log(p / Math.max(1e-4, 1 - p));
                glyphs.add(new Glyph(List.of(
                        new Glyph.Choice(seen.substring(i, i + 1), 0),
                        new Glyph.Choice(seen.substring(i + 2, i + 3), cost))));
                i += 3;
            } else {
                glyphs.add(Glyph.sure(seen.charAt(i)));
            }
        }
        return glyphs;
    }

    private static Piece piece(String text, double p, char second, String witness) {
        List<Symbol> symbols = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            String read = text.substring(i, i + 1);
            boolean last = i == text.length() - 1;
            symbols.add(new Symbol(
                    (double) i / text.length(),
                    last
                            ? List.of(new Candidate(read, p), new Candidate(String.valueOf(second), 1 - p))
                            : List.of(new Candidate(read, 1))));
        }
        List<Witness> witnesses = witness == null ? List.of() : List.of(new Witness("tesseract", witness, 0.9));
        TextLine line = new TextLine(new Quad(0, 0, 200, 0, 200, 20, 0, 20), text, 0.9, List.of(), symbols, witnesses);
        Page page = new Page(1, 300, 300, Page.Origin.PICTURE, List.of(line));
        return new RowAssembler(Checkpoint.NONE)
                .assemble(new RecognizedText("two-readers", List.of(page)))
                .rows()
                .getFirst()
                .pieces()
                .getFirst();
    }
}
