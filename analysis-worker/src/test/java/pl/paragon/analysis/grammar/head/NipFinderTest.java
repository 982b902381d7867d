package pl.paragon.analysis.grammar.head;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.draft.Field;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.rows.RowAssembler;
import pl.paragon.analysis.store.StoreDirectory;

class NipFinderTest {

    private final NipFinder finder = new NipFinder(new StoreDirectory());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NIP 123-456-32-18",
                "NIP: 1234563218",
                "N.I.P. 123-45-63-218",
                "NIP 123 456 32 18",
                "123-456-32-18",
                "NIP 1Z3-456-32-I8",
                "NIP 123-456:32–18"
            })
    void shouldReadEveryWayToPrintIt(String row) {
        assertThat(find(row).value()).isEqualTo("1234563218");
    }

    @Test
    void shouldTakeNoNumberWithAWrongCheckDigit() {
        assertThat(find("SKLEP U ZOSI", "NIP 123-456-32-19")).isNull();
    }

    @Test
    void shouldNotTakeAnotherNumberForOneThatIsIllegible() {
        assertThat(find("SKLEP U ZOSI", "NIP 12 -456-3 -18", "2025-03-08 08000"))
                .isNull();
    }

    @Test
    void shouldReadItUnderItsWord() {
        assertThat(find("SKLEP U ZOSI", "NIP:", "1234563218").value()).isEqualTo("1234563218");
    }

    @Test
    void shouldRepairItWhereTheNamedChainHasThatNumber() {
        // when
        Field<String> nip = find("Biedronka", "NIP 779-10-11-321");

        // then
        assertThat(nip.value()).isEqualTo("7791011327");
        assertThat(nip.repaired()).contains("check digit");
        assertThat(nip.trace().text()).isEqualTo("779-10-11-321");
    }

    @Test
    void shouldNotGiveAChainsNumberWhereNoneIsPrinted() {
        assertThat(find("Biedronka", "Codziennie niskie ceny")).isNull();
    }

    @Test
    void shouldPassOverTheForeignTaxNumbersOfAChain() {
        // then
        assertThat(find("LIDL", "NIP 123-456-32-19")).isNull();
    }

    private Field<String> find(String... rows) {
        return finder.find(
                new RowAssembler(Checkpoint.NONE).assemble(PrintedText.of(rows)).rows(), Checkpoint.NONE);
    }
}
