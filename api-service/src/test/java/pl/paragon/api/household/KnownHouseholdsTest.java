package pl.paragon.api.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;
import pl.paragon.api.SetClock;
import pl.paragon.api.household.KnownHouseholds.Verdict;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.household.HouseholdOwner;
import pl.paragon.contracts.household.Membership;
import pl.paragon.contracts.household.Memberships;
import pl.paragon.contracts.household.Standing;

class KnownHouseholdsTest {

    private static final String HOME = "0b8c6f0e-4a52-4c3a-9d5f-1f1c6a3f7a10";
    private static final String COTTAGE = "8e03978e-40d5-43dd-bc93-6894a57f9324";
    private static final Behalf UNSAID = new Behalf.Unsaid();
    private static final Behalf PERSONAL = new Behalf.Personal();
    private static final Behalf AT_HOME = new Behalf.OfHousehold(HOME);

    private final Saved saved = new Saved();
    private final SetClock clock = new SetClock();
    private final KnownHouseholds known =
            new KnownHouseholds(saved.asHouseholds(), Defaults.of(HouseholdConfig.class), clock);

    @Test
    void shouldActForTheDefaultUnlessToldOtherwise() {
        // given
        saved.put("anna", member(HOME, true), member(COTTAGE, false));

        // when, then
        assertThat(known.owner("anna", UNSAID)).isEqualTo(household(HOME, "anna"));
        assertThat(known.owner("anna", PERSONAL)).isEqualTo(oneself("anna"));
        assertThat(known.owner("anna", new Behalf.OfHousehold(COTTAGE))).isEqualTo(household(COTTAGE, "anna"));
        assertThat(known.owner("jan", UNSAID)).isEqualTo(oneself("jan"));
    }

    @Test
    void shouldActForNoHouseholdThatTheCallerHasNotJoined() {
        // given
        saved.put("jan", new Membership(HOME, "Dom", Standing.INVITED, true));

        // when, then
        assertThat(known.owner("jan", AT_HOME)).isEqualTo(new Verdict.NoMember());
        assertThat(known.owner("jan", new Behalf.OfHousehold(COTTAGE))).isEqualTo(new Verdict.NoMember());
        assertThat(known.owner("jan", new Behalf.OfHousehold("%00"))).isEqualTo(new Verdict.NoMember());
        assertThat(known.owner("jan", UNSAID)).isEqualTo(oneself("jan"));
    }

    @Test
    void shouldNoticeWithinFiveSecondsThatSomebodyLeft() {
        // given
        saved.put("anna", member(HOME, true));
        known.owner("anna", UNSAID);

        // when
        saved.put("anna");

        // then
        clock.pass(Duration.ofMillis(4_999));
        assertThat(known.owner("anna", AT_HOME)).isEqualTo(household(HOME, "anna"));
        clock.pass(Duration.ofMillis(1));
        assertThat(known.owner("anna", AT_HOME)).isEqualTo(new Verdict.NoMember());
        assertThat(known.owner("anna", UNSAID)).isEqualTo(oneself("anna"));
        assertThat(saved.asked).isEqualTo(2);
    }

    @Test
    void shouldNoticeAtOnceWhatHappensHere() {
        // given
        known.owner("anna", UNSAID);

        // when
        saved.put("anna", member(HOME, true));
        known.changed("anna");

        // then
        assertThat(known.owner("anna", UNSAID)).isEqualTo(household(HOME, "anna"));
    }

    @Test
    void shouldGoOnWithWhatItKnewLatelyWhileNobodyCanBeAsked() {
        // given
        saved.put("anna", member(HOME, true));
        known.owner("anna", UNSAID);
        known.owner("jan", UNSAID);

        // when
        saved.away = true;
        clock.pass(Duration.ofMinutes(15).minusMillis(1));

        // then
        assertThat(known.owner("anna", UNSAID)).isEqualTo(household(HOME, "anna"));
        assertThat(known.owner("jan", UNSAID)).isEqualTo(oneself("jan"));
        assertThat(known.owner("jan", AT_HOME)).isEqualTo(new Verdict.NoMember());
        clock.pass(Duration.ofMillis(1));
        assertThat(known.owner("anna", UNSAID)).isEqualTo(new Verdict.Unavailable());
        assertThat(known.owner("anna", AT_HOME)).isEqualTo(new Verdict.Unavailable());
        assertThat(known.owner("jan", UNSAID)).isEqualTo(new Verdict.Unavailable());
        assertThat(known.owner("anna", PERSONAL)).isEqualTo(oneself("anna"));
    }

    @Test
    void shouldNotGuessForWhomItDoesNotKnow() {
        // given
        saved.put("anna", member(HOME, true));
        known.owner("anna", UNSAID);
        saved.away = true;

        // when, then
        assertThat(known.owner("jan", UNSAID)).isEqualTo(new Verdict.Unavailable());
        assertThat(known.owner("jan", AT_HOME)).isEqualTo(new Verdict.Unavailable());
        assertThat(known.owner("jan", PERSONAL)).isEqualTo(oneself("jan"));
    }

    @Test
    void shouldKeepNobodyWaitingIfNobodyHadADefault() {
        // given
        saved.put("anna", member(HOME, false));
        known.owner("anna", UNSAID);
        saved.away = true;

        // when, then
        assertThat(known.owner("jan", UNSAID)).isEqualTo(oneself("jan"));
        assertThat(known.owner("jan", AT_HOME)).isEqualTo(new Verdict.Unavailable());
        clock.pass(Duration.ofMinutes(15));
        assertThat(known.owner("jan", UNSAID)).isEqualTo(new Verdict.Unavailable());
    }

    @Test
    void shouldSayWhoMayGoOnListening() {
        // given
        saved.put("anna", member(HOME, false));
        Submitter annaAtHome = new Submitter(HouseholdOwner.of(HOME), "anna");
        assertThat(known.stillHolds(annaAtHome)).isTrue();
        assertThat(known.stillHolds(new Submitter("anna"))).isTrue();

        // when
        saved.put("anna");
        clock.pass(Duration.ofSeconds(5));

        // then
        assertThat(known.stillHolds(annaAtHome)).isFalse();
        assertThat(known.stillHolds(new Submitter("anna"))).isTrue();

        // when
        saved.away = true;
        clock.pass(Duration.ofMinutes(15));

        // then
        assertThat(known.stillHolds(annaAtHome)).as("unknown").isTrue();
    }

    @Test
    void shouldNotQueueForADatabaseThatIsAway() {
        // given
        saved.away = true;

        // when, then
        known.owner("anna", UNSAID);
        known.owner("jan", UNSAID);
        assertThat(saved.asked).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        saved.away = false;
        assertThat(known.owner("anna", UNSAID)).isEqualTo(oneself("anna"));
    }

    @Test
    void shouldAskNobodyAboutAnonymousCallers() {
        saved.away = true;

        assertThat(known.owner("anonymous", UNSAID)).isEqualTo(new Verdict.Owned(Submitter.ANONYMOUS));
        assertThat(known.owner("anonymous", AT_HOME)).isEqualTo(new Verdict.NoMember());
        assertThat(saved.asked).isZero();
    }

    @Test
    void shouldHaveTheDefaultsThatTheDocumentsName() {
        HouseholdConfig config = Defaults.of(HouseholdConfig.class);

        assertThat(config.changedWithin()).hasSeconds(5);
        assertThat(config.trustedWithoutDatabase()).hasMinutes(15);
        assertThat(config.askAgainAfter()).hasSeconds(1);
        assertThat(config.remembered()).isEqualTo(10_000);
    }

    private static Verdict oneself(String person) {
        return new Verdict.Owned(new Submitter(person, person));
    }

    private static Verdict household(String id, String person) {
        return new Verdict.Owned(new Submitter(HouseholdOwner.of(id), person));
    }

    private static Membership member(String id, boolean byDefault) {
        return new Membership(id, "Dom", Standing.MEMBER, byDefault);
    }

    /** Of which only one question is asked. */
    private static final class Saved {
        private final Map<String, List<Membership>> households = new HashMap<>();
        private boolean away;
        private int asked;

        void put(String person, Membership... memberships) {
            households.put(person, List.of(memberships));
        }

        SavedHouseholds asHouseholds() {
            return (SavedHouseholds) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {SavedHouseholds.class},
                    (proxy, method, arguments) -> of((String) arguments[0]));
        }

        private Memberships of(String person) {
            asked++;
            if (away) {
                throw new PersistenceUnavailableException("away", null);
            }
            return new Memberships(
                    households.getOrDefault(person, List.of()),
                    households.values().stream().flatMap(List::stream).anyMatch(Membership::byDefault));
        }
    }
}
