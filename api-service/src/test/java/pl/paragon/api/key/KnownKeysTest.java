package pl.paragon.api.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.key.KnownKeys.Reason;
import pl.paragon.api.key.KnownKeys.Verdict;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.key.ApiKey;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.contracts.key.MintedKey;
import pl.paragon.contracts.key.Scope;

class KnownKeysTest {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    private final ApiKey key = ApiKey.mint(new SecureRandom());
    private final Saved saved = new Saved();
    private final Time time = new Time();
    private final KnownKeys keys = new KnownKeys(saved, Defaults.of(KeyConfig.class), time);

    @Test
    void shouldAskOnceAndRememberForSomeSeconds() {
        // given
        saved.record = record(null, null);

        // when
        assertThat(keys.remembered(key)).isEmpty();
        Verdict first = keys.check(key);
        time.pass(Duration.ofMillis(9_999));
        Verdict second = keys.remembered(key).orElseThrow();

        // then
        assertThat(first)
                .isEqualTo(new Verdict.Admitted(key.id(), new Submitter("anna"), List.of(Scope.READ)))
                .isEqualTo(second)
                .isEqualTo(keys.check(key));
        assertThat(saved.asked).isEqualTo(1);
    }

    @Test
    void shouldRefuseARevokedKeyWithinTenSeconds() {
        // given
        saved.record = record(null, null);
        keys.check(key);

        // when
        saved.record = record(null, NOON);
        time.pass(Duration.ofSeconds(10));

        // then
        assertThat(keys.remembered(key)).isEmpty();
        assertThat(keys.check(key)).isEqualTo(new Verdict.Refused(Reason.REVOKED));
    }

    @Test
    void shouldRefuseAKeyOnceItHasExpiredAlsoIfItIsRemembered() {
        // given
        saved.record = record(NOON.plusSeconds(5), null);
        assertThat(keys.check(key)).isInstanceOf(Verdict.Admitted.class);

        // when
        time.pass(Duration.ofSeconds(5));

        // then
        assertThat(keys.remembered(key)).contains(new Verdict.Refused(Reason.EXPIRED));
    }

    @Test
    void shouldLetAKeyGoOnThatWasConfirmedLatelyWhileNobodyCanBeAsked() {
        // given
        saved.record = record(null, null);
        keys.check(key);

        // when
        saved.away = true;
        time.pass(Duration.ofMinutes(15).minusMillis(1));

        // then
        assertThat(keys.check(key)).isInstanceOf(Verdict.Admitted.class);
        time.pass(Duration.ofMillis(1));
        assertThat(keys.check(key)).isInstanceOf(Verdict.Unavailable.class);
    }

    @Test
    void shouldNeverLetInAKeyThatItHasNotSeen() {
        // given
        saved.away = true;

        // when, then
        assertThat(keys.check(key)).isInstanceOf(Verdict.Unavailable.class);
        saved.away = false;
        time.pass(Duration.ofSeconds(1));
        assertThat(keys.check(key)).isEqualTo(new Verdict.Refused(Reason.UNKNOWN));
        saved.away = true;
        time.pass(Duration.ofSeconds(10));
        assertThat(keys.check(key)).isInstanceOf(Verdict.Unavailable.class);
    }

    @Test
    void shouldNotLetAKeyGoOnWhoseRevocationItHasSeen() {
        // given
        saved.record = record(null, NOON);
        keys.check(key);

        // when
        saved.away = true;
        time.pass(Duration.ofMinutes(1));

        // then
        assertThat(keys.check(key)).isEqualTo(new Verdict.Refused(Reason.REVOKED));
    }

    @Test
    void shouldNotQueueForADatabaseThatIsAway() {
        // given
        saved.away = true;
        keys.check(key);

        // when
        keys.check(ApiKey.mint(new SecureRandom()));
        time.pass(Duration.ofMillis(999));
        keys.check(key);

        // then
        assertThat(saved.asked).isEqualTo(1);
        time.pass(Duration.ofMillis(1));
        keys.check(key);
        assertThat(saved.asked).isEqualTo(2);
    }

    @Test
    void shouldHaveItsDefaults() {
        KeyConfig config = Defaults.of(KeyConfig.class);

        assertThat(config.revokedWithin()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.trustedWithoutDatabase()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.askAgainAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.remembered()).isEqualTo(10_000);
    }

    private KeyRecord record(Instant expiresAt, Instant revokedAt) {
        return new KeyRecord(key.id(), "anna", "", List.of(Scope.READ), NOON, expiresAt, revokedAt, null);
    }

    private static final class Saved implements SavedKeys {

        private KeyRecord record;
        private boolean away;
        private int asked;

        @Override
        public Optional<KeyRecord> verify(ApiKey shown) {
            asked++;
            if (away) {
                throw new PersistenceUnavailableException("away", null);
            }
            return Optional.ofNullable(record);
        }

        @Override
        public MintedKey mint(KeyRequest wish) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<KeyRecord> all() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<KeyRecord> revoke(String id) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Time extends Clock {

        private Instant now = NOON;

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
