package pl.paragon.analysis.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterModelTest {

    private final LetterModel model = LetterModel.packed();

    @ParameterizedTest
    @CsvSource({
        "Masło Wiejskie 200g, MasIo Wiejskie 200g",
        "RYŻ BIAŁY, RYŹ BIAŁY",
        "Woda 1l, Woda 1I",
        "KawaZiarn500g, KawaZiarn5O0g",
        "BUŁKA MAŚLANA, BUŁKA MAŚŁANA"
    })
    void shouldFindWhatTillsPrintMoreProbableThanWhatLooksLikeIt(String printed, String alike) {
        // then
        assertThat(model.cost(printed)).isLessThan(model.cost(alike));
    }
}
