package pl.paragon.analysis.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.lexicon.Resource;
import pl.paragon.contracts.receipt.Store;

class StoreDirectoryTest {

    private final StoreDirectory stores = new StoreDirectory();

    @Test
    void shouldTrustTheTaxNumberBeforeTheName() {
        // when
        Store store = stores.find("Sklep Lidl", null, "7791011327", List.of("Sklep Lidl"), List.of());

        // then
        assertThat(store.chain()).isEqualTo("Biedronka");
        assertThat(store.method()).isEqualTo("nip");
    }

    @Test
    void shouldKnowALegalName() {
        assertThat(find("Jeronimo Martins Polska S.A.").chain()).isEqualTo("Biedronka");
    }

    @Test
    void shouldKnowALongNameWithAMisreadLetter() {
        assertThat(find("CARREF0UR Polska").chain()).isEqualTo("Carrefour");
    }

    @Test
    void shouldNotTakePartOfAWordForAShortName() {
        assertThat(find("ABCDARIUM KSIĘGARNIA").chain()).isNull();
    }

    @Test
    void shouldKnowAChainByItsGermanVatNumberWhereOnlyALogoNamesIt() {
        // when
        Store store = stores.find(
                "Hauptstr. 1", null, null, List.of("Hauptstr. 1"), List.of("Hauptstr. 1", "UST-ID-NR: DE 814689550"));

        // then
        assertThat(store.chain()).isEqualTo("Lidl");
        assertThat(store.method()).isEqualTo("vat_id");
    }

    @Test
    void shouldNotTakeAColumnOfATableForAShop() {
        // when
        Store store = stores.find("U ZOSI", null, null, List.of("U ZOSI"), List.of("U ZOSI", "MwSt Netto Brutto"));

        // then
        assertThat(store.chain()).isNull();
    }

    @Test
    void shouldLeaveAnUnknownShopItsPrintedName() {
        // when
        Store store = find("PIEKARNIA POD LIPĄ");

        // then
        assertThat(store.name()).isEqualTo("PIEKARNIA POD LIPĄ");
        assertThat(store.chain()).isNull();
        assertThat(store.method()).isEqualTo("unknown");
    }

    @Test
    void shouldKnowOnlyTaxNumbersThatCanBe() {
        int[] weights = {6, 5, 7, 2, 3, 4, 5, 6, 7};
        assertThat(Resource.table(StoreDirectory.class, "stores.tsv"))
                .flatMap(row -> List.of(row[3].trim().split(" ")))
                .filteredOn(nip -> !nip.isEmpty() && !nip.startsWith("DE"))
                .allSatisfy(nip -> {
                    int sum = 0;
                    for (int i = 0; i < weights.length; i++) {
                        sum += weights[i] * (nip.charAt(i) - '0');
                    }
                    assertThat(sum % 11).as(nip).isEqualTo(nip.charAt(9) - '0');
                });
    }

    private Store find(String name) {
        return stores.find(name, null, null, List.of(name), List.of(name));
    }
}
