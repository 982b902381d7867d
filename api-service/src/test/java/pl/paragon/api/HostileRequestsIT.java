package pl.paragon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.paragon.api.RawRequests.FORM;
import static pl.paragon.api.RawRequests.LENGTH;
import static pl.paragon.api.RawRequests.chunkedUpload;
import static pl.paragon.api.RawRequests.request;
import static pl.paragon.api.RawRequests.secondHalf;
import static pl.paragon.api.RawRequests.send;
import static pl.paragon.api.RawRequests.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that mean harm, or were made by broken clients: each is answered at once, and none is left without a word.
 */
@QuarkusTest
@WithTestResource(RealServers.class)
@Timeout(300)
class HostileRequestsIT extends AgainstAGateway {

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "x-nonsense", "gzip, gzip", "identity, gzip"})
    void shouldNotStoreACompressedBodyAsIfItWereAPicture(String coding) throws IOException {
        long before = storedFiles();

        assertThat(send(upload(FORM, LENGTH, "Content-Encoding: " + coding)))
                .startsWith("HTTP/1.1 415")
                .containsIgnoringCase("accept-encoding: identity")
                .contains("\"error_code\":\"UNSUPPORTED_CONTENT_ENCODING\"");
        assertThat(storedFiles()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", ",", "", ";;;", "identity;q=0", "gz ip"})
    void shouldRefuseAMalformedContentEncoding(String coding) throws IOException {
        assertThat(send(upload(FORM, LENGTH, "Content-Encoding: " + coding)))
                .startsWith("HTTP/1.1 400")
                .contains("\"error_code\":\"BAD_REQUEST\"")
                .contains("Content-Encoding is malformed");
    }

    @Test
    void shouldTakeAnUncompressedBodyThatSaysSo() throws IOException {
        assertThat(send(upload(FORM, LENGTH, "Content-Encoding: Identity"))).startsWith("HTTP/1.1 202");
    }

    @Test
    void shouldNotAskForABodyThatItWillRefuse() throws IOException {
        assertThat(send(upload("", "Content-Length: 62914560", "Expect: 100-continue")))
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("connection: close")
                .contains("\"error_code\":\"FILE_TOO_LARGE\"");
    }

    @Test
    void shouldAskForABodyThatItWillRead() throws IOException {
        assertThat(send(upload(FORM, LENGTH, "Expect: 100-Continue")))
                .startsWith("HTTP/1.1 100")
                .contains("HTTP/1.1 202");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200-ok", "100-continue, 200-ok", ""})
    void shouldRefuseWhateverElseIsExpected(String expectation) throws IOException {
        assertThat(send(upload("", LENGTH, "Expect: " + expectation)))
                .startsWith("HTTP/1.1 417")
                .contains("\"error_code\":\"EXPECTATION_FAILED\"");
    }

    @Test
    void shouldAnswerABodyWhoseChunksFallApartAndKeepNothingOfIt() throws IOException {
        long before = storedFiles();

        for (String line : new String[] {
            secondHalf() + ";" + "e".repeat(5000), // an extension that is too long
            "zz",
            "ffffffffffffffff",
            "-1",
            "5" // more bytes than that follow
        }) {
            assertThat(send(chunkedUpload(line)))
                    .as(line)
                    .startsWith("HTTP/1.1 400")
                    .contains("\"error_code\":\"BAD_REQUEST\"")
                    .contains("There was an error parsing the body");
        }
        Awaitility.await().atMost(Polls.LONGEST).until(() -> storedFiles() == before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, chunked", "chunked, chunked", "nonsense"})
    void shouldNotGuessWhereABodyInAnUnknownTransferCodingEnds(String coding) throws IOException {
        assertThat(send(upload(FORM, "Transfer-Encoding: " + coding)))
                .startsWith("HTTP/1.1 400")
                .contains("The only Transfer-Encoding is 'chunked'");
    }

    @Test
    void shouldRefuseALengthBeyondEveryBound() throws IOException {
        assertThat(send(upload("", "Content-Length: 9000000000000000000")))
                .startsWith("HTTP/1.1 413")
                .contains("\"error_code\":\"BODY_TOO_LARGE\"");
    }

    @Test
    void shouldRefuseHeadersThatContradictEachOther() throws IOException {
        assertThat(send(upload(FORM, LENGTH, "Content-Type: application/json")))
                .startsWith("HTTP/1.1 400")
                .contains("The header Content-Type is there more than once");
        assertThat(send(upload(FORM, LENGTH, "Host: elsewhere")))
                .startsWith("HTTP/1.1 400")
                .contains("The header Host is there more than once");
    }

    static Stream<String> heads() {
        return Stream.of(
                upload(FORM, LENGTH, "Content-Length: 5"),
                upload(FORM, LENGTH, "Transfer-Encoding: chunked"),
                upload(FORM, "Content-Length: abc"),
                upload(FORM, "Content-Length: -5"),
                request("GET /" + "a".repeat(5000), "", "X: y"),
                request("GET /", "", "X: " + "y".repeat(100_000)),
                request("GET /", "", "a header without a colon"),
                request("GET /api/v3/receipts/status/%zz", "", "X: y"),
                request("GET [", "", "X: y"),
                "hello\r\n\r\n");
    }

    @Test
    void shouldAnswerAHeadThatIsNoHttpAtLeastWithAStatus() throws IOException {
        for (String head : heads().toList()) {
            assertThat(send(head)).as(head).matches("(?s)HTTP/1\\.[01] (400|414|431) .*");
        }
    }

    @Test
    void shouldNotShowItsInsideToAClientWithoutAHost() throws IOException {
        assertThat(send("GET / HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"error_code\":\"BAD_REQUEST\"")
                .doesNotContain("Exception");
    }

    @Test
    void shouldReadABodyThatIsShorterThanItsRequestSaidAsMalformed() throws IOException {
        assertThat(send(upload(FORM, "Content-Length: 50")))
                .startsWith("HTTP/1.1 400")
                .contains("There was an error parsing the body");
        assertThat(send(upload("", "Content-Length: 0"))).startsWith("HTTP/1.1 400");
    }
}
