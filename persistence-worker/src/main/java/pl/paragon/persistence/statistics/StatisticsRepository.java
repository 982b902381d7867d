package pl.paragon.persistence.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.statistics.PriceQuery;
import pl.paragon.contracts.statistics.Prices;
import pl.paragon.contracts.statistics.Spending;
import pl.paragon.contracts.statistics.SpendingBy;
import pl.paragon.contracts.statistics.SpendingQuery;
import pl.paragon.persistence.database.Matching;

/** Sums in PostgreSQL. */
@ApplicationScoped
class StatisticsRepository implements Statistics {

    /**
     * The gateway does not wait for longer; and whether an index pays depends on the values. Lines are read receipt by
     * receipt, from memory mostly: with the cost that the planner expects of a disk's arm, it would rather read all
     * lines of everybody.
     */
    private static final String SETTINGS = """
            select set_config('statement_timeout', '2s', true), set_config('plan_cache_mode', 'force_custom_plan', true),
                set_config('random_page_cost', '1.1', true)""";

    private static final String OF_RECEIPTS = """
            select %s as key, r.currency, coalesce(sum(r.total_grosze), 0), count(r.total_grosze),
                   count(*) - count(r.total_grosze)
            from receipt r where %s group by 1, 2 order by %s, 2""";

    /** A voided line counts for nothing. */
    private static final String OF_GOODS = """
            select line.category, r.currency, coalesce(sum(line.net_price_grosze), 0), count(line.net_price_grosze),
                   count(*) - count(line.net_price_grosze)
            from receipt r join receipt_line line on line.receipt_id = r.id
            where %s and not line.voided group by 1, 2 order by line.category collate "pl-x-icu", 2""";

    private static final String PRICES = """
            select r.job_id, r.day, coalesce(r.store_normalized_name, r.store_name) as store,
                   coalesce(line.name, line.original_name) as name, line.quantity, line.unit, line.unit_price_grosze,
                   line.net_price_grosze, r.currency
            from %s join receipt_line line on line.receipt_id = r.id
            where %s and not line.voided order by %s, r.id desc, line.position limit :limit""";

    /** Goods that are bought often fill the answer from so many receipts; what is rarer is found by an index. */
    private static final String LATEST =
            "(select * from receipt r where %s order by r.day desc, r.id desc limit 4000) r";

    private final EntityManager database;

    StatisticsRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public Spending spending(SpendingQuery query) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String whose = whose(query.submitter(), query.from(), query.to(), parameters);
        return new Spending(rows(sums(query.by(), whose), parameters).stream()
                .map(row ->
                        new Spending.Sum((String) row[0], (String) row[1], money(row[2]), (Long) row[3], (Long) row[4]))
                .toList());
    }

    /** By month and by shop, indices have all that is summed, of a shop the first hundred characters of its name. */
    static String sums(SpendingBy by, String whose) {
        return switch (by) {
            case MONTH -> OF_RECEIPTS.formatted("to_char(r.day, 'YYYY-MM')", whose, "1 desc");
            case STORE -> OF_RECEIPTS.formatted("nullif(r.store_order, '')", whose, "1");
            case CATEGORY -> OF_GOODS.formatted(whose);
        };
    }

    @Override
    public Prices prices(PriceQuery query) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String whose = whose(query.submitter(), query.from(), query.to(), parameters);
        List<String> conditions = new ArrayList<>();
        List<String> words = Matching.words(query.name());
        for (int i = 0; i < words.size(); i++) {
            // The first is in the index: the text of a receipt has the names of its goods.
            conditions.add("r.search_text like folded(:word%d)".formatted(i));
            conditions.add("line.search_name like folded(:word%d)".formatted(i));
            parameters.put("word" + i, words.get(i));
        }
        String named = String.join(" and ", conditions);
        parameters.put("limit", Prices.MOST + 1);
        List<Object[]> rows = rows(PRICES.formatted(LATEST.formatted(whose), named, "r.day desc"), parameters);
        if (rows.size() <= Prices.MOST) {
            // Days as they are would let the planner go through all receipts in the hope of filling the answer soon.
            rows = rows(PRICES.formatted("receipt r", whose + " and " + named, "r.day + 0 desc"), parameters);
        }
        return new Prices(
                rows.stream().limit(Prices.MOST).map(StatisticsRepository::paid).toList(), rows.size() > Prices.MOST);
    }

    private static String whose(String submitter, LocalDate from, LocalDate to, Map<String, Object> parameters) {
        parameters.put("submitter", submitter);
        String condition = "r.submitter = :submitter";
        if (from != null) {
            parameters.put("from", from);
            condition += " and r.day >= :from";
        }
        if (to != null) {
            parameters.put("to", to);
            condition += " and r.day <= :to";
        }
        return condition;
    }

    private List<Object[]> rows(String sql, Map<String, Object> parameters) {
        Session session = database.unwrap(Session.class);
        session.createNativeQuery(SETTINGS, Object[].class).getSingleResult();
        NativeQuery<Object[]> select = session.createNativeQuery(sql, Object[].class);
        parameters.forEach(select::setParameter);
        return select.getResultList();
    }

    private static Prices.Paid paid(Object[] row) {
        return new Prices.Paid(
                new JobId((UUID) row[0]),
                (LocalDate) row[1],
                (String) row[2],
                (String) row[3],
                (BigDecimal) row[4],
                (String) row[5],
                money(row[6]),
                money(row[7]),
                (String) row[8]);
    }

    /** Sums of whole numbers are {@code numeric} in PostgreSQL. */
    private static Money money(Object grosze) {
        return grosze == null ? null : Money.ofGrosze(new BigDecimal(grosze.toString()).longValueExact());
    }
}
