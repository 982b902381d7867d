package pl.paragon.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DelimitedBodyTest {

    @Property
    void shouldFindTheFirstDelimiterAmongWhatLooksLikeIt(
            @ForAll @Chars({'a', 'b', '-', '\r', '\n'}) @StringLength(min = 1, max = 5) String boundary,
            @ForAll @Chars({'a', 'b', '-', '\r', '\n'}) @StringLength(max = 200) String content,
            @ForAll @IntRange(min = 1, max = 40) int piece)
            throws IOException {
        // given
        String delimiter = "\r\n--" + boundary;
        String text = content + delimiter + "--";
        // As if a line had ended before the body.
        Assume.that(("\r\n" + text).indexOf(delimiter) == 2 + content.length());

        // when
        DelimitedBody body = new DelimitedBody(Form.inPieces(bytes(text), piece), bytes(delimiter));

        // then
        assertThat(section(body)).isEqualTo("\r\n" + content);
        assertThat(body.passDelimiter()).isFalse();
        assertThat(body.buffered()).isZero();
    }

    @Test
    void shouldTakeNothingInAHeadForADelimiter() throws IOException {
        // given
        DelimitedBody body = body("--b\r\nX: 1\r\n--b: 2\r\n\r\ncontent\r\n--b--");
        section(body);
        body.passDelimiter();

        // when
        String head = new String(body.head(100), StandardCharsets.US_ASCII);

        // then
        assertThat(head).isEqualTo("X: 1\r\n--b: 2\r\n\r\n");
        assertThat(section(body)).isEqualTo("content");
    }

    @Test
    void shouldRefuseAHeadThatIsLongerThanAllowed() throws IOException {
        // given
        DelimitedBody body = body("--b\r\nX: 1\r\n\r\n\r\n--b--");
        section(body);
        body.passDelimiter();

        // then
        assertThatThrownBy(() -> body.head(7))
                .isInstanceOf(DelimitedBody.MalformedException.class)
                .hasMessage("a part's headers are too long");
    }

    private static DelimitedBody body(String text) {
        return new DelimitedBody(new ByteArrayInputStream(bytes(text)), bytes("\r\n--b"));
    }

    private static String section(DelimitedBody body) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] some = new byte[7];
        for (int n = body.read(some, 0, some.length); n >= 0; n = body.read(some, 0, some.length)) {
            read.write(some, 0, n);
        }
        return read.toString(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
