package pl.paragon.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFormTest {

    private record Read(PartHead head, byte[] content) {}

    @Property
    void shouldGiveEveryPartBackWhateverTheNetworkMakesOfIt(
            @ForAll @IntRange(min = 1, max = 3000) int piece,
            @ForAll @IntRange(max = 200_000) int size,
            @ForAll Random random)
            throws IOException {
        // given content that is full of what a delimiter begins with
        byte[] content = new byte[size];
        byte[] nearly = ("\r\n--" + Form.BOUNDARY.substring(0, 8)).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < size; i++) {
            content[i] = random.nextInt(4) == 0 ? (byte) random.nextInt() : nearly[i % nearly.length];
        }
        byte[] body = new Form()
                .field("user_id", "ż")
                .file("a.jpg", "image/jpeg", content)
                .finished();

        // when
        List<Read> parts = read(new UploadForm(Form.inPieces(body, piece), Form.BOUNDARY));

        // then
        assertThat(parts).hasSize(2);
        assertThat(new String(parts.get(0).content(), StandardCharsets.UTF_8)).isEqualTo("ż");
        assertThat(parts.get(1).content()).isEqualTo(content);
    }

    @Test
    void shouldPassOverPreambleAndEpilogue() throws IOException {
        byte[] body = new Form()
                .text("preamble\r\n")
                .field("a", "1")
                .text("--" + Form.BOUNDARY + "--\r\nepilogue")
                .unfinished();

        assertThat(read(new UploadForm(new ByteArrayInputStream(body), Form.BOUNDARY)))
                .hasSize(1);
    }

    @Test
    void shouldNotNeedALineEndAfterTheLastDelimiter() throws IOException {
        byte[] body =
                new Form().field("a", "1").text("--" + Form.BOUNDARY + "--").unfinished();

        assertThat(read(new UploadForm(new ByteArrayInputStream(body), Form.BOUNDARY)))
                .hasSize(1);
    }

    @Test
    void shouldTakeNoMoreMemoryForALargeFile() throws IOException {
        // given
        byte[] body = Form.withFile("image/jpeg", new byte[10_000_000]).finished();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        read(body);
        long before = threads.getCurrentThreadAllocatedBytes();

        // when
        read(body);

        // then: the form's buffer, and the reader's
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(150_000);
    }

    private static void read(byte[] body) throws IOException {
        UploadForm form = new UploadForm(new ByteArrayInputStream(body), Form.BOUNDARY);
        form.next().orElseThrow().content().transferTo(OutputStream.nullOutputStream());
    }

    @Test
    void shouldSayHowMuchOfAFileIsToCome() throws IOException {
        byte[] body = Form.withFile("image/jpeg", new byte[200_000]).finished();
        UploadForm form = new UploadForm(new ByteArrayInputStream(body), Form.BOUNDARY);

        form.next();

        assertThat(form.restOf(body.length)).isEqualTo(200_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no delimiter at all",
                "------a-boundary",
                "------a-boundary\r\nContent-Disposition: form-data; name=\"a\"",
                "------a-boundary\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut off",
                "------a-boundary garbage\r\n\r\n",
                "------a-boundary\r\nno colon\r\n\r\n"
            })
    void shouldRefuseWhatIsNoForm(String body) throws IOException {
        UploadForm form =
                new UploadForm(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), Form.BOUNDARY);

        assertThatThrownBy(() -> read(form)).hasMessageContaining("Malformed");
    }

    @Test
    void shouldBoundHeadersAndParts() throws IOException {
        byte[] longHeader = new Form()
                .text("--" + Form.BOUNDARY + "\r\nX: " + "x".repeat(20_000) + "\r\n\r\n")
                .finished();
        Form many = new Form();
        for (int i = 0; i < 65; i++) {
            many.field("f" + i, "");
        }

        assertThatThrownBy(() -> read(new UploadForm(new ByteArrayInputStream(longHeader), Form.BOUNDARY)))
                .hasMessageContaining("Malformed");
        assertThatThrownBy(() -> read(new UploadForm(new ByteArrayInputStream(many.finished()), Form.BOUNDARY)))
                .hasMessageContaining("Malformed");
    }

    @Test
    void shouldTellAClientThatWentAwayFromABadBody() throws IOException {
        UploadForm form = new UploadForm(
                Form.brokenOff(Form.withFile("image/jpeg", new byte[10]).unfinished()), Form.BOUNDARY);

        assertThatThrownBy(() -> read(form)).hasMessageContaining("BrokenOff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/form-data; boundary=abc | abc",
                "Multipart/Form-Data; charset=utf-8; Boundary=\"a b\" | a b",
                "application/json | ",
                "multipart/mixed; boundary=abc | "
            })
    void shouldFindTheBoundary(String contentType, String boundary) throws IOException {
        assertThat(UploadForm.boundary(contentType)).isEqualTo(Optional.ofNullable(boundary));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "form-data; name=\"file\"; filename=\"a.jpg\" | file | a.jpg",
                "form-data; name=file; filename=a.jpg | file | a.jpg",
                "form-data; filename=\"a \\\"b\\\"; c.jpg\"; name=\"file\" | file | a \"b\"; c.jpg",
                "form-data; name=\"file\"; filename=\"C:\\fakepath\\a.jpg\" | file | C:\\fakepath\\a.jpg",
                "form-data; name=\"file\"; filename=\"x.jpg\"; filename*=UTF-8''%C5%BCabka+1.jpg | file | żabka+1.jpg",
                "form-data; name=\"file\"; filename=\"Żabka.jpg\" | file | Żabka.jpg",
                "form-data; name=\"user_id\" | user_id | "
            })
    void shouldReadNamesAsClientsWriteThem(String disposition, String name, String filename) throws IOException {
        PartHead head = PartHead.parse("Content-Disposition: " + disposition);

        assertThat(head.name()).isEqualTo(name);
        assertThat(head.filename()).isEqualTo(Optional.ofNullable(filename));
    }

    @Property
    void shouldReadOrRefuseWhateverStandsInADisposition(@ForAll @StringLength(max = 60) String rest) {
        for (String start :
                List.of("form-data; name=", "form-data; filename*=UTF-8''", "form-data; filename=\"=?", "")) {
            try {
                assertThat(PartHead.parse("Content-Disposition: " + start + rest)
                                .name())
                        .isNotNull();
            } catch (RefusedException e) {
                assertThat(e).hasMessageContaining("header");
            }
        }
    }

    @Test
    void shouldTakeAFormWithoutPartsAsOne() throws IOException {
        byte[] body = new Form().finished();

        assertThat(read(new UploadForm(new ByteArrayInputStream(body), Form.BOUNDARY)))
                .isEmpty();
    }

    private static List<Read> read(UploadForm form) throws IOException {
        List<Read> parts = new ArrayList<>();
        for (Optional<UploadForm.Part> part = form.next(); part.isPresent(); part = form.next()) {
            parts.add(new Read(part.get().head(), part.get().content().readAllBytes()));
        }
        return parts;
    }
}
