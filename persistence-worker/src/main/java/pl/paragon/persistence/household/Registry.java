package pl.paragon.persistence.household;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import pl.paragon.contracts.household.Conflict;
import pl.paragon.contracts.household.Household;
import pl.paragon.contracts.household.HouseholdRequest;
import pl.paragon.contracts.household.Member;
import pl.paragon.contracts.household.Memberships;
import pl.paragon.contracts.household.Standing;
import pl.paragon.persistence.database.Transactions;

/**
 * What members may do with their household. All have the same rights, and nobody becomes one without agreeing. A
 * household that owns anything always has a member: the last one cannot leave it, nor delete it.
 */
final class Registry {

    /** Far more than live together; bounds what one row of requests can write. */
    static final int MOST_MEMBERS = 50;

    static final int MOST_HOUSEHOLDS = 20;

    private final Transactions transactions;
    private final Households households;
    private final Clock clock;

    Registry(Transactions transactions, Households households, Clock clock) {
        this.transactions = transactions;
        this.households = households;
        this.clock = clock;
    }

    /** What became of a wish. */
    sealed interface Outcome {

        /** As the household is then. */
        record Done(Household household) implements Outcome {}

        /** There is no such household, or whoever asks may not see it, or it is none of theirs to do. */
        record Unknown() implements Outcome {}

        record Refused(Conflict why) implements Outcome {}
    }

    Memberships of(String owner) {
        return transactions.inOne(() -> households.of(owner));
    }

    Outcome found(HouseholdRequest wish, String by) {
        String id = UUID.randomUUID().toString();
        return transactions.inOne(() -> {
            if (hasTooMany(by)) {
                return new Outcome.Refused(Conflict.TOO_MANY_HOUSEHOLDS);
            }
            households.add(id, wish.name(), now());
            households.join(id, by, now());
            return done(id);
        });
    }

    /** For members, and for those who are invited. */
    Outcome show(String id, String by) {
        return transactions.inOne(() -> households
                .find(id)
                .filter(household -> standing(household, by).isPresent())
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(Outcome.Unknown::new));
    }

    /** Answers with the household as it was. */
    Outcome delete(String id, String by) {
        return change(id, by, (household, standing) -> {
            if (standing != Standing.MEMBER) {
                return new Outcome.Unknown();
            }
            if (members(household) > 1) {
                return new Outcome.Refused(Conflict.HAS_OTHER_MEMBERS);
            }
            if (households.ownsAnything(id)) {
                return new Outcome.Refused(Conflict.HAS_RECEIPTS);
            }
            households.delete(id);
            return new Outcome.Done(household);
        });
    }

    /** Whoever is in it already stays what they are. */
    Outcome invite(String id, String owner, String by) {
        return change(id, by, (household, standing) -> {
            if (standing != Standing.MEMBER) {
                return new Outcome.Unknown();
            }
            if (standing(household, owner).isEmpty() && household.members().size() >= MOST_MEMBERS) {
                return new Outcome.Refused(Conflict.HOUSEHOLD_FULL);
            }
            households.invite(id, owner, by, now());
            return done(id);
        });
    }

    /** Somebody invited agrees; a member stays one. */
    Outcome accept(String id, String by) {
        return change(id, by, (household, standing) -> {
            if (standing == Standing.INVITED && hasTooMany(by)) {
                return new Outcome.Refused(Conflict.TOO_MANY_HOUSEHOLDS);
            }
            households.join(id, by, now());
            return done(id);
        });
    }

    /** Leaves, or declines. */
    Outcome leave(String id, String by) {
        return change(id, by, (household, standing) -> {
            if (standing == Standing.MEMBER && members(household) == 1) {
                return new Outcome.Refused(Conflict.LAST_MEMBER);
            }
            households.remove(id, by);
            return done(id);
        });
    }

    /** A member removes another, or an invitation. */
    Outcome remove(String id, String owner, String by) {
        return change(id, by, (household, standing) -> {
            if (standing != Standing.MEMBER || standing(household, owner).isEmpty()) {
                return new Outcome.Unknown();
            }
            households.remove(id, owner);
            return done(id);
        });
    }

    Outcome makeDefault(String id, String by) {
        return change(id, by, (household, standing) -> {
            if (standing != Standing.MEMBER) {
                return new Outcome.Unknown();
            }
            households.setDefault(by, Optional.of(id));
            return done(id);
        });
    }

    Memberships withoutDefault(String by) {
        return transactions.inOne(() -> {
            households.setDefault(by, Optional.empty());
            return households.of(by);
        });
    }

    private Outcome change(String id, String by, BiFunction<Household, Standing, Outcome> change) {
        return transactions.inOne(() -> {
            Optional<Household> household = households.lock(id);
            return household
                    .flatMap(found -> standing(found, by))
                    .map(standing -> change.apply(household.get(), standing))
                    .orElseGet(Outcome.Unknown::new);
        });
    }

    private Outcome done(String id) {
        return new Outcome.Done(households.find(id).orElseThrow());
    }

    private boolean hasTooMany(String owner) {
        return households.of(owner).households().stream()
                        .filter(each -> each.standing() == Standing.MEMBER)
                        .count()
                >= MOST_HOUSEHOLDS;
    }

    private static long members(Household household) {
        return household.members().stream()
                .filter(member -> member.standing() == Standing.MEMBER)
                .count();
    }

    private static Optional<Standing> standing(Household household, String owner) {
        return household.members().stream()
                .filter(member -> member.owner().equals(owner))
                .map(Member::standing)
                .findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
