package pl.paragon.api.household;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import pl.paragon.api.identity.Access;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.household.HouseholdOwner;
import pl.paragon.contracts.household.Memberships;

/**
 * Whose the receipts are that somebody asks for or uploads. If nobody can be asked, the last answer counts for a while;
 * without one the request has to wait, since a receipt must not end up with the wrong people.
 */
@ApplicationScoped
public class KnownHouseholds implements Access {

    private static final Logger LOG = Logger.getLogger(KnownHouseholds.class);

    private static final Memberships NONE = new Memberships(List.of(), false);

    private final SavedHouseholds saved;
    private final HouseholdConfig config;
    private final Clock clock;
    /** By person. */
    private final Cache<String, Answer> answers;
    /** One question at a time, since persistence-worker refuses more than a few; who waited finds the answer there. */
    private final ReentrantLock asking = new ReentrantLock();

    private volatile Instant askNobodyBefore = Instant.MIN;
    /** The last time that it was known that no owner at all had a default: so nobody waits who cannot have one. */
    private volatile Instant nobodyHadDefaultAt = Instant.MIN;

    KnownHouseholds(SavedHouseholds saved, HouseholdConfig config, Clock clock) {
        this.saved = saved;
        this.config = config;
        this.clock = clock;
        this.answers = Caffeine.newBuilder().maximumSize(config.remembered()).build();
    }

    /** Who owns what a request is about. */
    public sealed interface Verdict {

        record Owned(Submitter by) implements Verdict {}

        /** There is no such household, or the person is no member of it. */
        record NoMember() implements Verdict {}

        /** Nobody can be asked now. */
        record Unavailable() implements Verdict {}
    }

    private record Answer(Memberships memberships, Instant at) {}

    /** Blocks if it must ask. */
    public Verdict owner(String person, Behalf behalf) {
        return switch (behalf) {
            case Behalf.Personal() -> new Verdict.Owned(new Submitter(person));
            case Behalf.OfHousehold(var id) -> ofHousehold(person, id);
            case Behalf.Unsaid() -> byDefault(person);
        };
    }

    @Override
    public boolean stillHolds(Submitter submitter) {
        return HouseholdOwner.idOf(submitter.name())
                .flatMap(id -> memberships(submitter.caller()).map(known -> known.isMember(id)))
                .orElse(true);
    }

    /** Something has changed for somebody; the next request of theirs asks. */
    public void changed(String person) {
        // Not while an answer of before the change is on its way.
        asking.lock();
        try {
            answers.invalidate(person);
            nobodyHadDefaultAt = Instant.MIN;
        } finally {
            asking.unlock();
        }
    }

    private Verdict ofHousehold(String person, String id) {
        if (!HouseholdOwner.isId(id)) {
            return new Verdict.NoMember();
        }
        return memberships(person)
                .<Verdict>map(known -> known.isMember(id) ? ownedBy(id, person) : new Verdict.NoMember())
                .orElseGet(Verdict.Unavailable::new);
    }

    private Verdict byDefault(String person) {
        return memberships(person)
                .map(known -> known.byDefault()
                        .map(id -> ownedBy(id, person))
                        .orElseGet(() -> new Verdict.Owned(new Submitter(person))))
                .orElseGet(() -> isWithin(config.trustedWithoutDatabase(), nobodyHadDefaultAt, clock.instant())
                        ? new Verdict.Owned(new Submitter(person))
                        : new Verdict.Unavailable());
    }

    private static Verdict ownedBy(String household, String person) {
        return new Verdict.Owned(new Submitter(HouseholdOwner.of(household), person));
    }

    /** Empty if they are not known, and nobody can be asked. */
    private Optional<Memberships> memberships(String person) {
        if (!HouseholdOwner.isPerson(person)) {
            return Optional.of(NONE);
        }
        Optional<Memberships> fresh = remembered(person, config.changedWithin(), clock.instant());
        if (fresh.isPresent()) {
            return fresh;
        }
        asking.lock();
        try {
            Instant now = clock.instant();
            return remembered(person, config.changedWithin(), now).or(() -> ask(person, now));
        } finally {
            asking.unlock();
        }
    }

    private Optional<Memberships> ask(String person, Instant now) {
        if (now.isBefore(askNobodyBefore)) {
            return remembered(person, config.trustedWithoutDatabase(), now);
        }
        try {
            Memberships memberships = saved.of(person);
            answers.put(person, new Answer(memberships, now));
            nobodyHadDefaultAt = memberships.anybodyHasDefault() ? Instant.MIN : now;
            return Optional.of(memberships);
        } catch (PersistenceUnavailableException e) {
            LOG.warnf("Households cannot be asked about now: %s", e.getMessage());
            askNobodyBefore = clock.instant().plus(config.askAgainAfter());
            return remembered(person, config.trustedWithoutDatabase(), now);
        }
    }

    private Optional<Memberships> remembered(String person, Duration within, Instant now) {
        return Optional.ofNullable(answers.getIfPresent(person))
                .filter(answer -> isWithin(within, answer.at(), now))
                .map(Answer::memberships);
    }

    private static boolean isWithin(Duration time, Instant since, Instant now) {
        return since.isAfter(now.minus(time));
    }
}
