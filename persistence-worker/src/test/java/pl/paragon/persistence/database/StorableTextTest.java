package pl.paragon.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.Fixtures;

class StorableTextTest {

    private static final JobId JOB = JobId.of("5b1d3a52-6f0e-4a53-9a1c-0b9a5a3d9c01");

    @Test
    void shouldReplaceWhatPostgresCannotHoldWhereverItStands() {
        // given
        ReceiptAnalyzed analyzed = Fixtures.analyzed(
                JOB, "SUMA\u0000PLN", Fixtures.analysis("Chleb\u0000żytni", LocalDate.of(2026, 2, 28)));

        // when
        ReceiptAnalyzed storable = StorableText.in(analyzed, ReceiptAnalyzed.class);

        // then
        assertThat(storable)
                .isEqualTo(Fixtures.analyzed(
                        JOB, "SUMA\uFFFDPLN", Fixtures.analysis("Chleb\uFFFDżytni", LocalDate.of(2026, 2, 28))));
    }

    @Test
    void shouldLeaveEverythingElseAsItIs() {
        // given
        ReceiptAnalyzed analyzed =
                Fixtures.analyzed(JOB, "a\\u0000b\t\"ą\"", Fixtures.analysis("Chleb", LocalDate.of(2026, 2, 28)));

        // when
        ReceiptAnalyzed storable = StorableText.in(analyzed, ReceiptAnalyzed.class);

        // then
        assertThat(storable).isEqualTo(analyzed);
    }
}
