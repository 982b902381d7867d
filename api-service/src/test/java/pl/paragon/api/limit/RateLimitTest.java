package pl.paragon.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;
import pl.paragon.api.SetClock;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.redis.RedisUnavailableException;
import pl.paragon.contracts.job.JobId;

class RateLimitTest {

    private static final Submitter SHOP = new Submitter("shop");
    private static final LimitedUser ANNA = new LimitedUser(LimitedUser.Kind.USER_ID, "anna");
    private static final LimitedUser BEN = new LimitedUser(LimitedUser.Kind.USER_ID, "ben");

    private final SetClock clock = new SetClock();
    private final SharedWindow redis = new SharedWindow();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RateLimit limit = gateway(Map.of());

    @Test
    void shouldLetTheTenthJobOfAMinuteThroughAndNotTheEleventh() {
        // when
        for (int i = 1; i <= 10; i++) {
            assertThat(limit.take(ANNA, JobId.random())).isEqualTo(within(10 - i, 60 - (i - 1)));
            clock.pass(Duration.ofSeconds(1));
        }

        // then
        assertThat(limit.look(ANNA)).isEqualTo(exceeded(50));
        assertThat(limit.take(ANNA, JobId.random())).isEqualTo(exceeded(50));
        assertThat(limit.take(BEN, JobId.random())).isEqualTo(within(9, 60));

        // when the first of them is a minute old
        clock.pass(Duration.ofSeconds(50));

        // then
        assertThat(limit.take(ANNA, JobId.random())).isEqualTo(within(0, 1));
        assertThat(limit.take(ANNA, JobId.random())).isEqualTo(exceeded(1));
    }

    @Test
    void shouldCountWhoUploadsAndNotForWhom() {
        Submitter forHome = new Submitter("household:home", "shop");

        assertThat(LimitedUser.of(forHome, null, "192.0.2.7"))
                .isEqualTo(LimitedUser.of(SHOP, null, "192.0.2.8"))
                .isEqualTo(new LimitedUser(LimitedUser.Kind.OWNER, "shop"));
    }

    @Test
    void shouldTakeNoPlaceByLookingNorForAJobThatIsNotAccepted() {
        // given
        JobId refused = JobId.random();
        limit.take(ANNA, refused);
        limit.look(ANNA);

        // when
        limit.giveBack(ANNA, refused);

        // then
        assertThat(limit.take(ANNA, JobId.random())).isEqualTo(within(9, 60));
    }

    @Test
    void shouldCountWhatAnotherGatewayAccepted() {
        // given
        RateLimit other = gateway(Map.of());

        // when
        for (int i = 0; i < 5; i++) {
            limit.take(ANNA, JobId.random());
            other.take(ANNA, JobId.random());
        }

        // then
        assertThat(limit.take(ANNA, JobId.random())).isEqualTo(exceeded(60));
        assertThat(other.take(ANNA, JobId.random())).isEqualTo(exceeded(60));
    }

    @Test
    void shouldLimitByItselfWhileRedisIsAwayAndAskItOnlyNowAndThen() {
        // given
        for (int i = 0; i < 4; i++) {
            limit.take(ANNA, JobId.random());
        }
        redis.away = true;
        redis.asked = 0;

        // when
        for (int i = 5; i <= 10; i++) {
            assertThat(limit.take(ANNA, JobId.random())).isEqualTo(within(10 - i, 60));
        }

        // then
        assertThat(limit.take(ANNA, JobId.random())).isEqualTo(exceeded(60));
        assertThat(limit.look(ANNA)).isEqualTo(exceeded(60));
        assertThat(redis.asked).isEqualTo(1);
        assertThat(meters.get("paragon.rate.limit.decided.alone").counter().count())
                .isEqualTo(7);

        // when
        clock.pass(Duration.ofSeconds(2));
        redis.away = false;

        // then
        assertThat(limit.take(ANNA, JobId.random())).isEqualTo(within(5, 58));
        assertThat(redis.asked).isEqualTo(2);
    }

    @Test
    void shouldGiveBackWhatItGrantedByItself() {
        // given
        redis.away = true;
        JobId refused = JobId.random();
        limit.take(ANNA, refused);

        // when
        limit.giveBack(ANNA, refused);

        // then
        assertThat(limit.take(ANNA, JobId.random())).isEqualTo(within(9, 60));
    }

    @Test
    void shouldGiveAClassOfUsersItsOwnLimit() {
        // given
        RateLimit classes = gateway(Map.of(
                "paragon.rate-limit.classes.shops.jobs", "1000",
                "paragon.rate-limit.classes.shops.period", "1h",
                "paragon.rate-limit.classes.shops.users", "shop,ben"));
        Policy shops = new Policy("shops", 1000, Duration.ofHours(1));

        // when, then
        assertThat(classes.take(BEN, JobId.random()))
                .isEqualTo(new RateLimit.Within(Optional.of(new Quota(shops, 999, Duration.ofHours(1)))));
        assertThat(classes.take(LimitedUser.of(SHOP, null, "192.0.2.1"), JobId.random()))
                .isEqualTo(new RateLimit.Within(Optional.of(new Quota(shops, 999, Duration.ofHours(1)))));
        assertThat(classes.take(ANNA, JobId.random())).isEqualTo(within(9, 60));
        assertThat(classes.take(new LimitedUser(LimitedUser.Kind.ADDRESS, "shop"), JobId.random()))
                .as("an address is in no class")
                .isEqualTo(within(9, 60));
    }

    @Test
    void shouldHaveNoLimitIfItIsSwitchedOff() {
        // given
        RateLimit off = gateway(Map.of("paragon.rate-limit.enabled", "false", "paragon.rate-limit.jobs", "1"));

        // when, then
        for (int i = 0; i < 3; i++) {
            assertThat(off.take(ANNA, JobId.random())).isEqualTo(new RateLimit.Within(Optional.empty()));
        }
        off.giveBack(ANNA, JobId.random());
        assertThat(redis.asked).isZero();
    }

    @Test
    void shouldKnowAUserByTheirKeyThenByWhatTheySayThenByTheirAddress() {
        assertThat(LimitedUser.of(SHOP, "anna", "192.0.2.1"))
                .isEqualTo(new LimitedUser(LimitedUser.Kind.OWNER, "shop"));
        assertThat(LimitedUser.of(Submitter.ANONYMOUS, "anna", "192.0.2.1")).isEqualTo(ANNA);
        assertThat(LimitedUser.of(Submitter.ANONYMOUS, null, "192.0.2.1"))
                .isEqualTo(new LimitedUser(LimitedUser.Kind.ADDRESS, "192.0.2.1"));
        assertThat(LimitedUser.beforeTheForm(Submitter.ANONYMOUS)).isEmpty();
        assertThat(LimitedUser.beforeTheForm(SHOP)).contains(new LimitedUser(LimitedUser.Kind.OWNER, "shop"));
    }

    private static RateLimit.Verdict within(int remaining, long seconds) {
        return new RateLimit.Within(Optional.of(new Quota(standard(), remaining, Duration.ofSeconds(seconds))));
    }

    private static RateLimit.Verdict exceeded(long seconds) {
        return new RateLimit.Exceeded(new Quota(standard(), 0, Duration.ofSeconds(seconds)));
    }

    private static Policy standard() {
        return new Policy("default", 10, Duration.ofMinutes(1));
    }

    private RateLimit gateway(Map<String, String> settings) {
        return new RateLimit(Defaults.with(RateLimitConfig.class, settings), redis, clock, meters);
    }

    /** What all gateways share, in memory. */
    private final class SharedWindow implements Window {

        private final LocalWindow window = new LocalWindow(clock);
        private boolean away;
        private int asked;

        @Override
        public Answer take(LimitedUser user, Policy policy, JobId job) {
            return there().take(user, policy, job);
        }

        @Override
        public Answer look(LimitedUser user, Policy policy) {
            return there().look(user, policy);
        }

        @Override
        public void giveBack(LimitedUser user, JobId job) {
            there().giveBack(user, job);
        }

        private LocalWindow there() {
            asked++;
            if (away) {
                throw new RedisUnavailableException("away", null);
            }
            return window;
        }
    }
}
