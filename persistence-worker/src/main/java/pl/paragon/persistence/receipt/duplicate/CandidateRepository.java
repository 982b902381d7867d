package pl.paragon.persistence.receipt.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Money;

/** By index: each of the three searches reads some rows, however many receipts there are. */
@ApplicationScoped
class CandidateRepository implements Candidates {

    /** With each search. More receipts of one submitter with one total, or of one day, are a firm's, not a person's. */
    static final int EACH = 50;

    static final String SQL = """
            select r.job_id, r.id, r.file_sha256, r.nip, r.receipt_number, r.printed_date, r.printed_time,
                   r.total_grosze, coalesce(r.store_normalized_name, r.store_name),
                   array(select line.net_price_grosze from receipt_line line
                         where line.receipt_id = r.id and not line.voided and line.net_price_grosze is not null
                         order by line.position)
            from receipt r where r.id in (
                (select id from receipt where file_sha256 = :file and submitter = :submitter
                 order by id desc limit %1$d)
                union
                (select id from receipt where submitter = :submitter and total_grosze = :total
                 order by id desc limit %1$d)
                union
                (select id from receipt where submitter = :submitter and day = :day
                 order by id desc limit %1$d))
            order by r.id desc""".formatted(EACH);

    private final EntityManager database;

    CandidateRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public List<SavedTraits> of(String submitter, Traits traits) {
        return database
                .unwrap(Session.class)
                .createNativeQuery(SQL, Object[].class)
                .setParameter("file", traits.fileSha256())
                .setParameter("submitter", submitter)
                .setParameter(
                        "total", traits.total() == null ? null : traits.total().grosze(), Long.class)
                .setParameter("day", traits.date(), LocalDate.class)
                .getResultList()
                .stream()
                .map(CandidateRepository::traits)
                .toList();
    }

    private static SavedTraits traits(Object[] row) {
        return new SavedTraits(
                new JobId((UUID) row[0]),
                (UUID) row[1],
                new Traits(
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (LocalDate) row[5],
                        (LocalTime) row[6],
                        row[7] == null ? null : Money.ofGrosze((Long) row[7]),
                        (String) row[8],
                        Arrays.stream((Long[]) row[9])
                                .filter(Objects::nonNull)
                                .map(Money::ofGrosze)
                                .toList()));
    }
}
