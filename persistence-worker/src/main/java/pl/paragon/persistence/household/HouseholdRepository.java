package pl.paragon.persistence.household;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import pl.paragon.contracts.household.Household;
import pl.paragon.contracts.household.HouseholdOwner;
import pl.paragon.contracts.household.Member;
import pl.paragon.contracts.household.Membership;
import pl.paragon.contracts.household.Memberships;
import pl.paragon.contracts.household.Standing;
import pl.paragon.persistence.database.SingleValueQuery;

/** The households in PostgreSQL. */
@ApplicationScoped
class HouseholdRepository implements Households {

    private static final String ONE = "select name, created_at from household where id = :id";

    private static final String MEMBERS = """
            select owner, accepted_at is not null, invited_by, coalesce(accepted_at, invited_at) from household_member
            where household_id = :id order by invited_at, owner""";

    private static final String OF_AN_OWNER = """
            select household.id, household.name, accepted_at is not null, is_default
            from household_member join household on household.id = household_id
            where owner = :owner order by household.name, household.id""";

    private static final String OWNS_ANYTHING = """
            select exists (select 1 from receipt where submitter = :submitter)
                or exists (select 1 from job where submitter = :submitter and deleted_at is null)""";

    private final EntityManager database;

    HouseholdRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public void add(String id, String name, Instant at) {
        change("insert into household (id, name, created_at) values (:id, :name, :at)")
                .setParameter("id", id)
                .setParameter("name", name)
                .setParameter("at", at, Instant.class)
                .executeUpdate();
    }

    @Override
    public Optional<Household> lock(String id) {
        return household(ONE + " for update", id);
    }

    @Override
    public Optional<Household> find(String id) {
        return household(ONE, id);
    }

    private Optional<Household> household(String query, String id) {
        if (!HouseholdOwner.isId(id)) {
            return Optional.empty();
        }
        return session()
                .createNativeQuery(query, Object[].class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(row -> new Household(id, (String) row[0], (Instant) row[1], members(id)));
    }

    private List<Member> members(String id) {
        return session().createNativeQuery(MEMBERS, Object[].class).setParameter("id", id).stream()
                .map(row -> new Member((String) row[0], standing(row[1]), (String) row[2], (Instant) row[3]))
                .toList();
    }

    @Override
    public boolean ownsAnything(String id) {
        return SingleValueQuery.of(session(), OWNS_ANYTHING, Boolean.class)
                .setParameter("submitter", HouseholdOwner.of(id))
                .getSingleResult();
    }

    @Override
    public void delete(String id) {
        change("delete from household where id = :id").setParameter("id", id).executeUpdate();
    }

    @Override
    public void invite(String id, String owner, String by, Instant at) {
        change("""
                insert into household_member (household_id, owner, invited_by, invited_at)
                values (:id, :owner, :by, :at) on conflict do nothing""")
                .setParameter("id", id)
                .setParameter("owner", owner)
                .setParameter("by", by)
                .setParameter("at", at, Instant.class)
                .executeUpdate();
    }

    @Override
    public void join(String id, String owner, Instant at) {
        change("""
                insert into household_member (household_id, owner, invited_at, accepted_at)
                values (:id, :owner, :at, :at)
                on conflict (owner, household_id) do update
                set accepted_at = coalesce(household_member.accepted_at, excluded.accepted_at)""")
                .setParameter("id", id)
                .setParameter("owner", owner)
                .setParameter("at", at, Instant.class)
                .executeUpdate();
    }

    @Override
    public void remove(String id, String owner) {
        change("delete from household_member where household_id = :id and owner = :owner")
                .setParameter("id", id)
                .setParameter("owner", owner)
                .executeUpdate();
    }

    @Override
    public Memberships of(String owner) {
        List<Membership> households =
                session().createNativeQuery(OF_AN_OWNER, Object[].class).setParameter("owner", owner).stream()
                        .map(row ->
                                new Membership((String) row[0], (String) row[1], standing(row[2]), (Boolean) row[3]))
                        .toList();
        boolean anybodyHasDefault = SingleValueQuery.of(
                        session(), "select exists (select 1 from household_member where is_default)", Boolean.class)
                .getSingleResult();
        return new Memberships(households, anybodyHasDefault);
    }

    @Override
    public void setDefault(String owner, Optional<String> id) {
        change("update household_member set is_default = false where owner = :owner and is_default")
                .setParameter("owner", owner)
                .executeUpdate();
        id.ifPresent(household -> change(
                        "update household_member set is_default = true where owner = :owner and household_id = :id")
                .setParameter("owner", owner)
                .setParameter("id", household)
                .executeUpdate());
    }

    private static Standing standing(Object accepted) {
        return (Boolean) accepted ? Standing.MEMBER : Standing.INVITED;
    }

    private MutationQuery change(String sql) {
        return session().createNativeMutationQuery(sql);
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
