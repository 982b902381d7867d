package pl.paragon.persistence.receipt.revision;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.Session;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.saved.Revision;
import pl.paragon.persistence.receipt.schema.Receipt;

/** Revisions in PostgreSQL. */
@ApplicationScoped
class RevisionRepository implements Revisions {

    private static final String IN_SHORT = "select number, author, made_at, cast(patch as text), verdict";

    private final EntityManager database;

    RevisionRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public void add(Receipt receipt, Revision revision) {
        session()
                .createNativeMutationQuery("""
                        insert into receipt_revision (receipt_id, number, author, made_at, patch, verdict, analysis)
                        values (:receipt, :number, :author, :at, cast(:patch as jsonb), :verdict,
                            cast(:analysis as jsonb))""")
                .setParameter("receipt", receipt.id())
                .setParameter("number", revision.number())
                .setParameter("author", revision.author(), String.class)
                .setParameter("at", revision.at(), Instant.class)
                .setParameter(
                        "patch",
                        revision.patch() == null ? null : revision.patch().toString(),
                        String.class)
                .setParameter("verdict", revision.verdict().name().toLowerCase(Locale.ROOT))
                .setParameter("analysis", Json.writeText(revision.analysis()))
                .executeUpdate();
    }

    @Override
    public List<Revision> of(Receipt receipt) {
        return session()
                .createNativeQuery(
                        IN_SHORT + " from receipt_revision where receipt_id = :receipt order by number", Object[].class)
                .setParameter("receipt", receipt.id())
                .stream()
                .map(row -> revision(row, null))
                .toList();
    }

    @Override
    public Optional<Revision> find(Receipt receipt, int number) {
        return session()
                .createNativeQuery(
                        IN_SHORT + ", cast(analysis as text) from receipt_revision"
                                + " where receipt_id = :receipt and number = :number",
                        Object[].class)
                .setParameter("receipt", receipt.id())
                .setParameter("number", number)
                .uniqueResultOptional()
                .map(row -> revision(row, read((String) row[5], ReceiptAnalysis.class)));
    }

    private static Revision revision(Object[] row, ReceiptAnalysis analysis) {
        return new Revision(
                (Integer) row[0],
                (String) row[1],
                (Instant) row[2],
                row[3] == null ? null : read((String) row[3], JsonNode.class),
                Verdict.valueOf(((String) row[4]).toUpperCase(Locale.ROOT)),
                analysis);
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
