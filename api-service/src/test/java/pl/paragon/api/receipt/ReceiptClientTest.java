package pl.paragon.api.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.persistence.PlayedWorker;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;

class ReceiptClientTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final ReceiptQuery QUERY =
            new ReceiptQuery("Łucja & co", ReceiptFilter.ALL, ReceiptOrder.NEWEST, null, 20);

    @RegisterExtension
    private final PlayedWorker worker = new PlayedWorker();

    private final ReceiptClient client = new ReceiptClient(worker.client());

    @Test
    void shouldSendTheQueryAndReadThePage() {
        // given
        ReceiptPage page = new ReceiptPage(List.of(), "next");
        worker.answers(200, page);

        // when, then
        assertThat(client.page(QUERY)).contains(page);
        assertThat(worker.requests())
                .containsExactly("POST /internal/receipts/query application/json " + Json.writeText(QUERY));
    }

    @Test
    void shouldSayWhoAsks() {
        worker.answers(404);

        assertThat(client.of(JOB, new Submitter("Łucja & co"))).isEmpty();
        assertThat(worker.requests()).containsExactly("GET /internal/receipts/" + JOB + "?submitter=%C5%81ucja+%26+co");
    }

    @Test
    void shouldTellAnUnknownCursorFromAnOutage() {
        worker.answers(400);
        assertThat(client.page(QUERY)).isEmpty();

        worker.answers(503);
        assertThatThrownBy(() -> client.page(QUERY)).isInstanceOf(PersistenceUnavailableException.class);
    }
}
