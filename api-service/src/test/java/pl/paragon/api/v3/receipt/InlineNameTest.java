package pl.paragon.api.v3.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paragon 1.jpg | inline; filename=\"paragon 1.jpg\"; filename*=UTF-8''paragon%201.jpg",
                "a\"; b=\\c.pdf | inline; filename=\"a_; b=_c.pdf\"; filename*=UTF-8''a%22%3B%20b%3D%5Cc.pdf",
                "łąka*100%.png | inline; filename=\"__ka*100_.png\"; filename*=UTF-8''%C5%82%C4%85ka%2A100%25.png"
            })
    void shouldSayTheNameToOldAndNewBrowsersAndNothingElse(String filename, String header) {
        assertThat(InlineName.of(filename)).isEqualTo(header);
    }
}
