package pl.paragon.benchmarks.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.benchmarks.sidebyside.ReceiptApi.Uploaded;
import pl.paragon.benchmarks.sidebyside.Target.Kind;

class ReceiptApiTest {

    private final PlayedSystem system = new PlayedSystem();
    private final Target target = system.target(Kind.PARAGON);
    private final ReceiptApi api = new ReceiptApi(target);

    ReceiptApiTest() throws IOException {}

    @AfterEach
    void close() {
        api.close();
        system.close();
    }

    @Test
    void shouldUploadAskAndCancelOverOneConnection() throws IOException, InterruptedException {
        // when
        Uploaded uploaded = api.upload(new UploadRequest(target, "a.jpg", new byte[] {1, 2, 3}));

        // then
        assertThat(uploaded.nanos()).isPositive();
        assertThat(api.status(uploaded.job()).path("status").asText()).isEqualTo("PENDING");
        api.cancel(uploaded.job());
        assertThat(api.awaitEnd(uploaded.job(), Duration.ofMinutes(5))).isEqualTo("REVOKED");
    }

    @Test
    void shouldSendTheFileAsAFormWithWhatWasPutIntoIt() throws IOException {
        // given
        UploadRequest request = new UploadRequest(target, "a.png", new byte[10]);

        // when
        request.put(2, 0x4142434445464748L);
        api.upload(request);

        // then
        assertThat(new String(system.bodies().getFirst(), StandardCharsets.ISO_8859_1))
                .contains("name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n\0\0ABCDEFGH\r\n--");
    }

    @Test
    void shouldSayWhatAnUploadWasAnsweredThatIsNotAccepted() {
        // given
        system.refusing(1);

        // then
        assertThatThrownBy(() -> api.upload(new UploadRequest(target, "a.jpg", new byte[1])))
                .isInstanceOf(IOException.class)
                .hasMessage("An upload was answered by the paragon with HTTP 507: {\"data\":{\"why\":\"no room\"}}");
    }

    @Test
    void shouldConnectAgainIfTheConnectionWasClosed() throws IOException {
        // given
        try (PlayedSystem other = new PlayedSystem();
                ReceiptApi kept = new ReceiptApi(other.target(Kind.REFERENCE))) {
            byte[] health = other.target(Kind.REFERENCE).request("GET", "/health");
            kept.exchange(health);

            // when: the JDK's server closes a connection whose request it does not understand
            kept.exchange("nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            // then
            assertThat(kept.exchange(health).code()).isEqualTo(200);
        }
    }

    @Test
    void shouldNameTheAddressAtWhichNothingAnswers() {
        // given
        system.close();

        // then
        URI nowhere = target.receipts();
        assertThatThrownBy(() -> new ReceiptApi(new Target(Kind.REFERENCE, nowhere, Optional.empty())).status("x"))
                .isInstanceOf(IOException.class)
                .hasMessage("Nothing answers at " + nowhere);
    }
}
