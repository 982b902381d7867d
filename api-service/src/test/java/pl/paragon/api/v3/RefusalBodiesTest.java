package pl.paragon.api.v3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Golden;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ErrorFormat;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.limit.Policy;
import pl.paragon.api.limit.Quota;

class RefusalBodiesTest {

    private static final ErrorFormat CLASSIC = new ErrorFormat(false, ErrorFormat.Language.ENGLISH);

    @Test
    void shouldSpeakThePredecessorsWords() {
        assertBody("missing-file.json", new Refusal.NoFile());
        assertBody("missing-content-type.json", new Refusal.NoContentType());
        assertBody("unsupported-type.json", new Refusal.UnsupportedType("text/plain"));
        assertBody("empty-file.json", new Refusal.Empty("receipt.jpg"));
        assertBody("type-mismatch.json", new Refusal.TypeMismatch("image/png", Optional.of("image/jpeg")));
        assertBody("type-unknown.json", new Refusal.TypeMismatch("image/png", Optional.empty()));
    }

    @Test
    void shouldNeverShowTheLimitAsTheSizeOfAFileThatIsOverIt() {
        assertBody("too-large.json", new Refusal.TooLarge(10 * 1024 * 1024, 10 * 1024 * 1024 + 1));
    }

    @Test
    void shouldSayOfEachDependencyThatItIsUnavailable() {
        for (Refusal.Dependency dependency : Refusal.Dependency.values()) {
            assertThat(RefusalBodies.of(new Refusal.Unavailable(dependency)))
                    .satisfies(body -> assertThat(body.statusCode()).isEqualTo(503))
                    .satisfies(body -> assertThat(body.errorCode()).isEqualTo(ApiError.SERVICE_UNAVAILABLE.name()))
                    .satisfies(body -> assertThat(body.details().toString()).contains("unavailable"));
        }
    }

    @Test
    void shouldSayThatThereIsNoRoomForTheFile() {
        assertBody("store-full.json", new Refusal.StoreFull());
    }

    @Test
    void shouldSayHowManyAreAllowedAndWhenToComeBack() {
        Policy policy = new Policy("default", 10, Duration.ofMinutes(1));

        assertBody("rate-limited.json", new Refusal.RateLimited(new Quota(policy, 0, Duration.ofMillis(41_500))));
    }

    private static void assertBody(String golden, Refusal refusal) {
        Golden.assertGolden(golden, CLASSIC.body(RefusalBodies.of(refusal), "/"));
    }
}
