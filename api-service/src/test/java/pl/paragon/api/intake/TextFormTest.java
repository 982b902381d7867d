package pl.paragon.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import pl.paragon.api.intake.TextForm.Reading;

class TextFormTest {

    private static final String URLENCODED = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final String MULTIPART = "multipart/form-data; boundary=x";

    private final TextForm form = new TextForm("ocr_text", 100);

    @Test
    void shouldReadEitherKindOfForm() {
        assertThat(read(URLENCODED, "a=b&ocr_text=SKLEP+POD+LIP%C4%84%0ASUMA&c"))
                .isEqualTo(new Reading.Read("SKLEP POD LIPĄ\nSUMA"));
        assertThat(read(MULTIPART, part("a", "b") + part("ocr_text", "LIPĄ") + "--x--\r\n"))
                .isEqualTo(new Reading.Read("LIPĄ"));
    }

    @Test
    void shouldFindNothingWhereNothingIs() {
        assertThat(read(URLENCODED, "")).isEqualTo(new Reading.Read(""));
        assertThat(read(URLENCODED, "ocr_text")).isEqualTo(new Reading.Read(""));
        assertThat(read(MULTIPART, part("a", "b") + "--x--\r\n")).isEqualTo(new Reading.Read(""));
        assertThat(read(null, "ocr_text=x")).isEqualTo(new Reading.Read(""));
    }

    @Test
    void shouldCallABodyMalformedAndNotItself() {
        assertThat(refusal(URLENCODED, "%_%")).isInstanceOf(Refusal.Malformed.class);
        assertThat(refusal(URLENCODED, "ocr_text=%C4%8")).isInstanceOf(Refusal.Malformed.class);
        assertThat(refusal(MULTIPART, "ocr_text=x")).isInstanceOf(Refusal.Malformed.class);
        assertThat(refusal("multipart/form-data; boundary=", "ocr_text=x")).isInstanceOf(Refusal.Malformed.class);
    }

    @Test
    void shouldRefuseMoreThanItTakes() {
        assertThat(refusal(URLENCODED, "ocr_text=" + "x".repeat(100))).isEqualTo(new Refusal.TooLarge(100, 101));
        assertThat(refusal(MULTIPART, part("ocr_text", "x".repeat(101)) + "--x--\r\n"))
                .isEqualTo(new Refusal.TooLarge(100, 101));
    }

    @Test
    void shouldTellAClientThatIsGone() {
        InputStream gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThat(form.read(URLENCODED, gone)).isEqualTo(new Reading.Refused(new Refusal.BrokenOff()));
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private Refusal refusal(String contentType, String body) {
        return ((Reading.Refused) read(contentType, body)).refusal();
    }

    private Reading read(String contentType, String body) {
        return form.read(contentType, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
