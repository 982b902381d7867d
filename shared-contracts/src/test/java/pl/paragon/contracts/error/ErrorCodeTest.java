package pl.paragon.contracts.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

    /** The codes for which another photograph is the remedy. */
    private static final Set<ErrorCode> OF_THE_PHOTOGRAPH = EnumSet.of(
            ErrorCode.IMAGE_TOO_SMALL,
            ErrorCode.IMAGE_TOO_DARK,
            ErrorCode.TEXT_TOO_SHORT,
            ErrorCode.NOT_A_RECEIPT,
            ErrorCode.ILLEGIBLE,
            ErrorCode.RECEIPT_CUT_OFF);

    private static final Pattern SENTENCES = Pattern.compile("\\p{Lu}[^.]+\\.( \\p{Lu}[^.]+\\.)*");
    private static final Pattern ANOTHER_PHOTOGRAPH =
            Pattern.compile("(?i)\\b(zrób|sfotografuj|ostre|take|photograph the|sharp)\\b", Pattern.UNICODE_CASE);

    @ParameterizedTest
    @EnumSource
    void shouldSayInPolishAndInEnglishWhatWasWrong(ErrorCode code) {
        assertThat(code.message()).matches(SENTENCES);
        assertThat(code.messageEn()).matches(SENTENCES).matches("\\p{ASCII}+").isNotEqualTo(code.message());
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::message)).containsOnlyOnce(code.message());
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::messageEn)).containsOnlyOnce(code.messageEn());
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskForAnotherPhotographOnlyIfThatHelps(ErrorCode code) {
        // when
        boolean polish = ANOTHER_PHOTOGRAPH.matcher(code.message()).find();
        boolean english = ANOTHER_PHOTOGRAPH.matcher(code.messageEn()).find();

        // then
        assertThat(polish).as(code.message()).isEqualTo(OF_THE_PHOTOGRAPH.contains(code));
        assertThat(english).as(code.messageEn()).isEqualTo(OF_THE_PHOTOGRAPH.contains(code));
    }
}
