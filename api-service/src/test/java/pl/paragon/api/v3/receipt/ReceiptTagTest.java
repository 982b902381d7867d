package pl.paragon.api.v3.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.saved.SavedReceipt;

class ReceiptTagTest {

    private final SavedReceipt read = receipt(0);
    private final SavedReceipt corrected = receipt(2);

    @Test
    void shouldBeAnotherOneForEachRevision() {
        assertThat(List.of(ReceiptTag.of(read), ReceiptTag.of(receipt(1)), ReceiptTag.of(corrected)))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldMatchItsOwnRevisionOnly() {
        String tag = ReceiptTag.of(corrected).toString();

        assertThat(meant(tag)).isTrue();
        assertThat(meant("*")).isTrue();
        assertThat(meant("\"other\" , " + tag)).isTrue();
        assertThat(ReceiptTag.isMeant(List.of("\"other\"", tag), corrected)).isTrue();
        assertThat(meant(ReceiptTag.of(read).toString())).isFalse();
        assertThat(meant("W/" + tag)).as("a weak tag").isFalse();
        assertThat(meant(tag.replace("\"", ""))).as("no tag at all").isFalse();
        assertThat(meant("")).isFalse();
    }

    private boolean meant(String condition) {
        return ReceiptTag.isMeant(List.of(condition), corrected);
    }

    private static SavedReceipt receipt(int revision) {
        JobId job = JobId.of("00000000-0000-4000-8000-000000000001");
        return new SavedReceipt(
                job, Samples.RECEIPT, Samples.submission(job), Samples.NOON, Samples.document(), revision);
    }
}
