package pl.paragon.persistence.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.saved.NumberedPage;
import pl.paragon.contracts.saved.NumberedQuery;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.contracts.saved.ReceiptSummary;
import pl.paragon.persistence.database.SingleValueQuery;

/**
 * Searches PostgreSQL twice at most: first among the next {@value #WINDOW} receipts in the order of the list, then, if
 * these do not fill the page, among all that an index finds. A single query would leave the choice to the planner,
 * which knows nothing of how frequent a word is and goes through a million receipts for one that occurs nowhere.
 */
@ApplicationScoped
class ReceiptSearchRepository implements ReceiptSearch {

    /**
     * Looking through so many takes some 10 ms; and what one receipt in a hundred has, and is not found among them,
     * an index finds in as long.
     */
    static final int WINDOW = 2000;

    /**
     * The gateway does not wait for longer. And each query is planned for its values: whether an index pays depends on
     * the word.
     */
    private static final String SETTINGS = """
            select set_config('statement_timeout', '2s', true), set_config('plan_cache_mode', 'force_custom_plan', true)
            """;

    private static final String COLUMNS = """
            r.job_id, r.id, r.filename, r.saved_at, r.day, coalesce(r.store_normalized_name, r.store_name) as store,
            r.nip, r.receipt_number, r.printed_date, r.printed_time, r.currency, r.total_grosze, r.amount_due_grosze,
            r.verdict, cast(%s as text) as place""";

    private static final String SHOWN = """
            select found.*, (select count(*) from receipt_line line where line.receipt_id = found.id)
            from (%s) found""";

    static final String TOTAL =
            "select count(*) from (select from receipt where submitter = :submitter limit %d) latest"
                    .formatted(NumberedQuery.NUMBERED);

    private final EntityManager database;

    ReceiptSearchRepository(EntityManager database) {
        this.database = database;
    }

    /**
     * An order in SQL.
     *
     * @param sorted what an index is in the order of
     * @param unindexed the same for the planner, who does not know that, and therefore does not go through the whole
     *     list in the hope of filling the page soon
     */
    record Order(String key, String type, String direction, String behind, String sorted, String unindexed) {

        static Order of(ReceiptOrder order) {
            return switch (order) {
                case NEWEST -> Order.by("r.day", "date", "desc", "<", "r.day + 0");
                case STORE -> Order.by("r.store_order", "text", "asc", ">", "r.store_order || ''");
            };
        }

        private static Order by(String key, String type, String direction, String behind, String unindexed) {
            String sorting = "%s %s, r.id %s";
            return new Order(
                    key,
                    type,
                    direction,
                    behind,
                    sorting.formatted(key, direction, direction),
                    sorting.formatted(unindexed, direction, direction));
        }

        String afterTheCursor() {
            return "(%s, r.id) %s (cast(:place as %s), :receipt)".formatted(key, behind, type);
        }
    }

    @Override
    public ReceiptPage page(ReceiptQuery query, Optional<Cursor> after) {
        session().createNativeQuery(SETTINGS, Object[].class).getSingleResult();
        Order order = Order.of(query.order());
        Conditions conditions = Conditions.of(query.filter());
        List<Object[]> rows = rows(query, after, conditions, windowed(order, conditions, after));
        if (rows.size() <= query.limit() && !conditions.others().isEmpty()) {
            rows = rows(query, after, conditions, indexed(order, conditions, after));
        }
        return page(query, rows);
    }

    @Override
    public NumberedPage numbered(NumberedQuery query) {
        session().createNativeQuery(SETTINGS, Object[].class).getSingleResult();
        List<Object[]> rows = session()
                .createNativeQuery(SHOWN.formatted(numbered()), Object[].class)
                .setParameter("submitter", query.submitter())
                .setParameter("offset", query.offset())
                .setParameter("limit", query.limit())
                .getResultList();
        return new NumberedPage(
                rows.stream().map(ReceiptSearchRepository::summary).toList(), total(query.submitter()));
    }

    /** What is before the page is passed over in the index. */
    static String numbered() {
        Order newest = Order.of(ReceiptOrder.NEWEST);
        return """
                select %s from (select mine.id from receipt mine where mine.submitter = :submitter
                    order by mine.day desc, mine.id desc offset :offset limit :limit) page
                join receipt r on r.id = page.id order by %s""".formatted(COLUMNS.formatted(newest.key()), newest.sorted());
    }

    private int total(String submitter) {
        return SingleValueQuery.of(session(), TOTAL, Long.class)
                .setParameter("submitter", submitter)
                .getSingleResult()
                .intValue();
    }

    /** The next receipts in the order of the list, less those that do not meet the conditions. */
    static String windowed(Order order, Conditions conditions, Optional<Cursor> after) {
        String next = "select * from receipt r where %s order by %s limit %d"
                .formatted(
                        and(Stream.of(
                                Stream.of("r.submitter = :submitter"),
                                conditions.range().stream(),
                                after.stream().map(cursor -> order.afterTheCursor()))),
                        order.sorted(),
                        WINDOW);
        return "select %s from (%s) r where %s order by %s limit :limit"
                .formatted(
                        COLUMNS.formatted(order.key()),
                        next,
                        and(Stream.of(Stream.of("true"), conditions.others().stream())),
                        order.sorted());
    }

    /** All receipts that meet the conditions, in the order of the list. */
    static String indexed(Order order, Conditions conditions, Optional<Cursor> after) {
        return "select %s from receipt r where %s order by %s limit :limit"
                .formatted(
                        COLUMNS.formatted(order.key()),
                        and(Stream.of(
                                Stream.of("r.submitter = :submitter"),
                                conditions.all(),
                                after.stream().map(cursor -> order.afterTheCursor()))),
                        order.unindexed());
    }

    private static String and(Stream<Stream<String>> conditions) {
        return conditions.flatMap(each -> each).collect(Collectors.joining(" and "));
    }

    private List<Object[]> rows(ReceiptQuery query, Optional<Cursor> after, Conditions conditions, String found) {
        NativeQuery<Object[]> select = session().createNativeQuery(SHOWN.formatted(found), Object[].class);
        conditions.parameters().forEach(select::setParameter);
        after.ifPresent(cursor ->
                Map.of("place", cursor.key(), "receipt", cursor.receipt()).forEach(select::setParameter));
        return select.setParameter("submitter", query.submitter())
                // One more tells whether there is another page.
                .setParameter("limit", query.limit() + 1)
                .getResultList();
    }

    private static ReceiptPage page(ReceiptQuery query, List<Object[]> rows) {
        List<Object[]> shown = rows.subList(0, Math.min(rows.size(), query.limit()));
        String next = null;
        if (rows.size() > shown.size()) {
            Object[] last = shown.getLast();
            next = new Cursor(query.order(), (String) last[14], (UUID) last[1]).text();
        }
        return new ReceiptPage(
                shown.stream().map(ReceiptSearchRepository::summary).toList(), next);
    }

    private static ReceiptSummary summary(Object[] row) {
        return new ReceiptSummary(
                new JobId((UUID) row[0]),
                (UUID) row[1],
                (String) row[2],
                (Instant) row[3],
                (LocalDate) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (LocalDate) row[8],
                (LocalTime) row[9],
                (String) row[10],
                money(row[11]),
                money(row[12]),
                Verdict.valueOf(((String) row[13]).toUpperCase(Locale.ROOT)),
                Math.toIntExact((Long) row[15]));
    }

    private static Money money(Object grosze) {
        return grosze == null ? null : Money.ofGrosze((Long) grosze);
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
