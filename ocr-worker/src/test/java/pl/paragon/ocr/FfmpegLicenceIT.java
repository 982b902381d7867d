package pl.paragon.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;

/** FFmpeg is the build that the notices in licences/ describe. */
class FfmpegLicenceIT {

    private static final Pattern ENABLED = Pattern.compile("--enable-(lib\\S+|gpl|nonfree|openssl|version3)");

    @Test
    void shouldNameEveryPartOfFfmpegAndHaveNoneUnderTheGpl() throws IOException {
        // given
        String page = licences();
        System.setProperty(
                "org.bytedeco.javacpp.cachedir",
                Natives.FOLDER.resolve("ffmpeg").toString());

        // when
        String license = avcodec.avcodec_license().getString();
        List<String> enabled = ENABLED.matcher(avcodec.avcodec_configuration().getString())
                .results()
                .map(match -> match.group(1))
                .toList();

        // then
        assertThat(license).isEqualTo("LGPL version 3 or later");
        assertThat(enabled)
                .contains("version3", "libaom")
                .doesNotContain("gpl", "nonfree")
                .filteredOn(part -> !part.equals("version3"))
                .as("parts of FFmpeg's build; each is named in licences/README.md with its licence")
                .allSatisfy(part -> assertThat(page).contains("`" + part + "`"));
    }

    private static String licences() throws IOException {
        try (InputStream page = FfmpegLicenceIT.class.getResourceAsStream("/META-INF/licences/README.md")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
