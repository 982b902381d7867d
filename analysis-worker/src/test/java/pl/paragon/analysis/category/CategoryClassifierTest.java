package pl.paragon.analysis.category;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryClassifierTest {

    private final CategoryClassifier classifier = new CategoryClassifier();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KawMielRafiin250g | Napoje > Kawa i herbata",
                "SER KROL SIERPC | Nabiał > Sery",
                "MLEKO UHT 3,2% | Nabiał > Mleko i śmietana",
                "JogNatural 400g | Nabiał > Jogurty",
                "JAJA L 10SZT | Nabiał > Jaja",
                "FILET Z LOSOSIA | Ryby i owoce morza",
                "PIEROGI RUSKIE | Dania gotowe",
                "TORBA T-SHIRT | Torby i opakowania",
                "BANAN LUZ | Owoce i warzywa > Owoce świeże",
                "PomidGalLuz | Owoce i warzywa > Warzywa świeże",
                "CZEKOLADA GORZKA | Słodycze i czekolada",
                "PAPIER TOAL | Dom i ogród > Artykuły gospodarstwa domowego > Produkty papierowe",
                "SZAMPON RUM 400 | Higiena osobista > Pielęgnacja włosów",
                "COCA COLA 2L | Napoje > Napoje gazowane",
                "PIWO JASNE 0,5L | Napoje > Napoje alkoholowe"
            })
    void shouldKnowAbbreviatedNames(String name, String path) {
        assertThat(classifier.classify(name).path()).isEqualTo(path);
    }

    @Test
    void shouldLeaveTheUnknownWithTheOthers() {
        // when
        Category category = classifier.classify("XQZ 17 VRRT");

        // then
        assertThat(category.path()).isEqualTo("Inne");
        assertThat(category.method()).isEqualTo("fallback");
    }
}
