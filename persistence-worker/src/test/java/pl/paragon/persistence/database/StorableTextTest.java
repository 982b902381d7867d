package pl.paragon.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.persistence.Fixtures;

class StorableTextTest {

    private static final LocalDate DATE = LocalDate.of(2026, 2, 28);

    @Test
    void shouldReplaceWhatPostgresCannotHoldWhereverItStands() {
        // given
        AnalyzedReceipt document = Fixtures.document("SUMA\u0000PLN", Fixtures.analysis("Chleb\u0000żytni", DATE));

        // when
        AnalyzedReceipt storable = StorableText.in(document, AnalyzedReceipt.class);

        // then
        assertThat(storable).isEqualTo(Fixtures.document("SUMA\uFFFDPLN", Fixtures.analysis("Chleb\uFFFDżytni", DATE)));
    }

    @Test
    void shouldLeaveEverythingElseAsItIs() {
        // given
        AnalyzedReceipt document = Fixtures.document("a\\u0000b\t\"ą\"", Fixtures.analysis("Chleb", DATE));

        // when
        AnalyzedReceipt storable = StorableText.in(document, AnalyzedReceipt.class);

        // then
        assertThat(storable).isEqualTo(document);
    }
}
