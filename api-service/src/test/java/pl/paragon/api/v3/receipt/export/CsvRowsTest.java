package pl.paragon.api.v3.receipt.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.api.Samples;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.saved.SavedReceipt;

class CsvRowsTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");

    @Test
    void shouldHaveARowForEachLineOfGoods() {
        SavedReceipt receipt =
                new SavedReceipt(JOB, Samples.RECEIPT, Samples.submission(JOB), Samples.NOON, Samples.document());

        assertThat(CsvRows.header() + CsvRows.of(receipt)).isEqualTo("""
                job_id,date,time,store_name,nip,receipt_number,currency,total_amount,amount_due,verdict,position,name,\
                quantity,unit,unit_price,total_price,discount,net_price,vat_rate,category,voided
                00000000-0000-4000-8000-000000000001,2026-03-14,11:58,Pod Lipą,1234563218,000123,PLN,15.50,16.50,\
                consistent,1,CHLEB WIEJSKI,2,szt,4.25,8.50,0.50,8.00,C,Pieczywo > Chleby,false
                00000000-0000-4000-8000-000000000001,2026-03-14,11:58,Pod Lipą,1234563218,000123,PLN,15.50,16.50,\
                consistent,2,SER K?,,,,7.50,0.00,7.50,,Inne,false
                """.replace("\n", "\r\n"));
    }

    @Test
    void shouldQuoteWhatWouldOtherwiseEndAFieldOrARow() {
        assertThat(CsvRow.of(Arrays.asList("a,b", "c\"d", "e\r\nf", " g", null, 7, "h")))
                .isEqualTo("\"a,b\",\"c\"\"d\",\"e\r\nf\",\" g\",,7,h\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+48", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1", "|calc"})
    void shouldMakeNoFormulaOfWhatAReceiptSays(String text) {
        assertThat(CsvRow.of(List.of(text))).matches("(?s)\"?'.*");
    }

    @Test
    void shouldLeaveNegativeAmountsNumbers() {
        assertThat(CsvRow.of(List.of(Money.of("-3.50")))).isEqualTo("-3.50\r\n");
    }
}
