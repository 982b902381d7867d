package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.example.client.ApiClient;
import com.example.client.ApiException;
import com.example.client.api.ReceiptsApi;
import com.example.client.api.SystemApi;
import com.example.client.model.StatusData;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.running.RunningParagon;
import pl.paragon.testsupport.DrawnReceipts;

/** A client that openapi-generator made of the OpenAPI document, and that knows nothing else, gets a receipt read. */
@ExtendWith(SharedParagon.class)
class GeneratedClientE2E {

    private static final Set<StatusData.StatusEnum> ENDS =
            Set.of(StatusData.StatusEnum.SUCCESS, StatusData.StatusEnum.FAILURE, StatusData.StatusEnum.REVOKED);

    private final ReceiptsApi receipts;
    private final SystemApi system;

    @TempDir
    private Path folder;

    GeneratedClientE2E(RunningParagon paragon) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(paragon.url().toString());
        receipts = new ReceiptsApi(client);
        system = new SystemApi(client);
    }

    @Test
    void shouldUploadAReceiptAndGetItsResult() throws ApiException {
        // given
        Path picture = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("paragon.png"));

        // when
        String job = receipts.process(picture.toFile(), null, null, null, null, null, null, null)
                .getData()
                .getJobId()
                .toString();
        StatusData end = await().atMost(SharedParagon.PATIENCE)
                .until(
                        () -> receipts.status(job, "wait=10", null, null).getData(),
                        status -> ENDS.contains(status.getStatus()));

        // then
        assertThat(end.getStatus()).isEqualTo(StatusData.StatusEnum.SUCCESS);
        assertThat(end.getResult().getAnalysis().getTotalAmount()).isEqualByComparingTo("26.77");
        assertThat(system.health().getData().getWorkersAvailable()).isTrue();
        assertThat(receipts.delete(job, null, null, null).getData().getJobId()).isEqualTo(job);
    }

    @Test
    void shouldReadWhatIsWrong() {
        // when
        ApiException refused =
                catchThrowableOfType(ApiException.class, () -> receipts.status("none", null, null, null));

        // then
        assertThat(refused.getCode()).isEqualTo(404);
        assertThat(refused.getResponseBody()).contains("JOB_NOT_FOUND");
    }
}
