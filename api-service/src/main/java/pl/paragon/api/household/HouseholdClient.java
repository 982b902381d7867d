package pl.paragon.api.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import pl.paragon.api.persistence.Answer;
import pl.paragon.api.persistence.Parameters;
import pl.paragon.api.persistence.PersistenceWorker;
import pl.paragon.contracts.household.Conflict;
import pl.paragon.contracts.household.Household;
import pl.paragon.contracts.household.HouseholdOwner;
import pl.paragon.contracts.household.HouseholdRequest;
import pl.paragon.contracts.household.Memberships;

/** Asks persistence-worker for households. */
@ApplicationScoped
class HouseholdClient implements SavedHouseholds {

    private static final String HOUSEHOLDS = "/households";

    private final PersistenceWorker worker;

    HouseholdClient(PersistenceWorker worker) {
        this.worker = worker;
    }

    /** The body of a 409. */
    private record Refusal(Conflict conflict) {}

    @Override
    public Memberships of(String person) {
        // A persistence-worker of a version without households, during an upgrade: nobody has one.
        return worker.get(HOUSEHOLDS + by(person))
                .any(Memberships.class)
                .orElseGet(() -> new Memberships(List.of(), false));
    }

    @Override
    public Outcome found(HouseholdRequest wish, String person) {
        return outcome(worker.post(HOUSEHOLDS + by(person), wish));
    }

    @Override
    public Outcome show(String household, String person) {
        return about(household, () -> worker.get(HOUSEHOLDS + "/" + household + by(person)));
    }

    @Override
    public Outcome delete(String household, String person) {
        return about(household, () -> worker.delete(HOUSEHOLDS + "/" + household + by(person)));
    }

    @Override
    public Outcome put(String household, String owner, String person) {
        return about(household, () -> worker.put(member(household, owner, person)));
    }

    @Override
    public Outcome remove(String household, String owner, String person) {
        return about(household, () -> worker.delete(member(household, owner, person)));
    }

    @Override
    public Outcome makeDefault(String household, String person) {
        return about(household, () -> worker.put(HOUSEHOLDS + "/" + household + "/default" + by(person)));
    }

    @Override
    public Memberships withoutDefault(String person) {
        return worker.delete(HOUSEHOLDS + "/default" + by(person)).only(Memberships.class);
    }

    /** Of what cannot be a household nobody need be asked. */
    private static Outcome about(String household, Supplier<Answer> question) {
        return HouseholdOwner.isId(household) ? outcome(question.get()) : new Outcome.Unknown();
    }

    private static Outcome outcome(Answer answer) {
        return switch (answer.status()) {
            case 404 -> new Outcome.Unknown();
            case 409 -> new Outcome.Refused(answer.as(Refusal.class).conflict());
            default -> new Outcome.Done(answer.only(Household.class));
        };
    }

    private static String member(String household, String owner, String person) {
        return HOUSEHOLDS + "/" + household + "/members"
                + Parameters.of("owner", owner).with("by", person);
    }

    private static Parameters by(String person) {
        return Parameters.of("by", person);
    }
}
