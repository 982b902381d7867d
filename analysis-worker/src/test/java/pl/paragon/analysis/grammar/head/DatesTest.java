package pl.paragon.analysis.grammar.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.rows.RowAssembler;

class DatesTest {

    private final Dates dates = new Dates(LocalDate.of(2026, 11, 25), Checkpoint.NONE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-03-08 | 2025-03-08",
                "14.10.2025 13:45 | 2025-10-14",
                "Date: 05/03/2018 | 2018-03-05",
                "08-03-17 13:42 SH01 | 2017-03-08",
                "24 Mar-2018 03:44:22 PM | 2018-03-24",
                "05 Jan 2017 12:41pm | 2017-01-05",
                "22-O4-16 13:13 | 2016-04-22",
                "Datum 28.03.20 09:51 Uhr | 2020-03-28"
            })
    void shouldReadWhatIsPrinted(String row, LocalDate date) {
        assertThat(find(row).date().value()).isEqualTo(date);
    }

    @Test
    void shouldTakeNoDateThatCannotBe() {
        assertThat(find("31.04.2025", "2027-01-01", "NIP 779-10-11-327").date()).isNull();
    }

    @Test
    void shouldNotTakeTheDatesOfAnOffer() {
        // when
        var found = find("Kupon obowiązuje od 30.10.2025 do", "2025-10-06 17:59");

        // then
        assertThat(found.date().value()).isEqualTo(LocalDate.of(2025, 10, 6));
        assertThat(found.time().value()).isEqualTo(LocalTime.of(17, 59));
    }

    @Test
    void shouldTakeTheDateThatIsPrintedTwiceBeforeOneMisread() {
        // when
        var found = find("2.05.20 09:55", "Datum 12.05.20", "12.05.20");

        // then
        assertThat(found.date().value()).isEqualTo(LocalDate.of(2020, 5, 12));
    }

    @Test
    void shouldNotTakeTheDateOfACardSlipUnderTheReceipt() {
        // given
        String[] receipt = {"2026-03-09 nr wydr.4711", "SUMA PLN 8,36", "000123 #Kasa 1 17:59"};
        String[] slip = {"NIEFISKALNY", "Terminal POS 0815", "Data: 2025-11-21 08:14:02", "21.11.2025 08:14"};

        // then
        assertThat(find(both(receipt, slip)).date().value()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(find(both(receipt, slip)).time().value()).isEqualTo(LocalTime.of(17, 59));
        assertThat(find(both(new String[] {"SUMA PLN 8,36"}, slip)).date().value())
                .isEqualTo(LocalDate.of(2025, 11, 21));
    }

    @Test
    void shouldLetTheCardSlipCorrectAMisreadDigit() {
        // when
        var found =
                find("2028-03-09 nr wydr.4711", "2023-03-09", "SUMA PLN 8,36", "AID A000000004", "2026-03-09 17:59");

        // then
        assertThat(found.date().value()).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    private static String[] both(String[] first, String[] second) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(String[]::new);
    }

    private Dates.DateAndTime find(String... rows) {
        List<Row> printed =
                new RowAssembler(Checkpoint.NONE).assemble(PrintedText.of(rows)).rows();
        assertThat(printed).extracting(Row::text).containsExactlyElementsOf(Arrays.asList(rows));
        return dates.find(printed);
    }
}
