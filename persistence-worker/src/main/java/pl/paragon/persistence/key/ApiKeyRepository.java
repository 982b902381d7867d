package pl.paragon.persistence.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.Scope;

/** The keys in PostgreSQL. */
@ApplicationScoped
class ApiKeyRepository implements ApiKeys {

    private static final String ALL = """
            select id, owner, name, scopes, created_at, expires_at, revoked_at, last_used_at, sha256 from api_key
            """;

    private final EntityManager database;

    ApiKeyRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public void add(Kept key) {
        KeyRecord record = key.record();
        session()
                .createNativeMutationQuery("""
                        insert into api_key (id, sha256, owner, name, scopes, created_at, expires_at)
                        values (:id, :sha256, :owner, :name, :scopes, :created, :expires)""")
                .setParameter("id", record.id())
                .setParameter("sha256", key.sha256())
                .setParameter("owner", record.owner())
                .setParameter("name", record.name())
                .setParameter("scopes", record.scopes().stream().map(Scope::id).collect(Collectors.joining(" ")))
                .setParameter("created", record.createdAt(), Instant.class)
                .setParameter("expires", record.expiresAt(), Instant.class)
                .executeUpdate();
    }

    @Override
    public Optional<Kept> find(String id) {
        return session()
                .createNativeQuery(ALL + "where id = :id", Object[].class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(row -> new Kept(record(row), (String) row[8]));
    }

    @Override
    public List<KeyRecord> all() {
        return session().createNativeQuery(ALL + "order by created_at desc, id", Object[].class).stream()
                .map(ApiKeyRepository::record)
                .toList();
    }

    @Override
    public void revoke(String id, Instant at) {
        session()
                .createNativeMutationQuery("update api_key set revoked_at = :at where id = :id and revoked_at is null")
                .setParameter("id", id)
                .setParameter("at", at, Instant.class)
                .executeUpdate();
    }

    @Override
    public void used(String id, Instant at, Instant unlessSince) {
        session()
                .createNativeMutationQuery("""
                        update api_key set last_used_at = :at
                        where id = :id and (last_used_at is null or last_used_at <= :since)""")
                .setParameter("id", id)
                .setParameter("at", at, Instant.class)
                .setParameter("since", unlessSince, Instant.class)
                .executeUpdate();
    }

    private static KeyRecord record(Object[] row) {
        return new KeyRecord(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                Arrays.stream(((String) row[3]).split(" "))
                        .map(Scope::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                (Instant) row[4],
                (Instant) row[5],
                (Instant) row[6],
                (Instant) row[7]);
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
