package pl.paragon.persistence.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
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
     * The gateway does not wait for longer; and whether an index pays depends on the values. What is read off an index
     * is in memory mostly: with the cost that the planner expects of a disk's arm, it would rather read all lines of
     * everybody.
     */
    private static final String SETTINGS = """
            select set_config('statement_timeout', '2s', true), set_config('plan_cache_mode', 'force_custom_plan', true),
                set_config('random_page_cost', '1.1', true)""";

    /** Days first, since the name of a month takes longer to make than all the rest. */
    private static final String OF_MONTHS = """
            select to_char(days.day, 'YYYY-MM') as key, days.currency, sum(days.total),
                   cast(sum(days.counted) as bigint), cast(sum(days.illegible) as bigint)
            from (select mine.day, mine.currency, coalesce(sum(mine.total_grosze), 0) as total,
                      count(mine.total_grosze) as counted, count(*) - count(mine.total_grosze) as illegible
                  from receipt mine where %s group by 1, 2) days
            group by 1, 2 order by 1 desc, 2""";

    private static final String OF_STORES = """
            select nullif(mine.store_order, '') as key, mine.currency, coalesce(sum(mine.total_grosze), 0),
                   count(mine.total_grosze), count(*) - count(mine.total_grosze)
            from receipt mine where %s group by 1, 2 order by 1, 2""";

    /** A voided line counts for nothing. */
    private static final String OF_GOODS = """
            select mine.sum_category, mine.currency, coalesce(sum(mine.net_price_grosze), 0), count(mine.net_price_grosze),
                   count(*) - count(mine.net_price_grosze)
            from receipt_line mine
            where %s and not mine.voided group by 1, 2 order by mine.sum_category collate "pl-x-icu", 2""";

    /** Names are looked through in an index, from the latest purchase on; only what is told is looked up. */
    private static final String PRICES = """
            select r.job_id, line.day, coalesce(r.store_normalized_name, r.store_name) as store,
                   coalesce(line.name, line.original_name) as name, line.quantity, line.unit, line.unit_price_grosze,
                   line.net_price_grosze, line.currency
            from (%s) found join receipt_line line using (receipt_id, position)
            join receipt r on r.id = line.receipt_id
            order by line.day desc, line.receipt_id desc, line.position""";

    private static final String NAMED = """
            select mine.receipt_id, mine.position from receipt_line mine where %s and not mine.voided
            order by mine.day desc, mine.receipt_id desc, mine.position limit :limit""";

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

    /** Indices have all that is summed, of a shop and of a category the first hundred characters of its name. */
    static String sums(SpendingBy by, String whose) {
        return switch (by) {
            case MONTH -> OF_MONTHS.formatted(whose);
            case STORE -> OF_STORES.formatted(whose);
            case CATEGORY -> OF_GOODS.formatted(whose);
        };
    }

    @Override
    public Prices prices(PriceQuery query) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder which = new StringBuilder(whose(query.submitter(), query.from(), query.to(), parameters));
        List<String> words = Matching.words(query.name());
        for (int i = 0; i < words.size(); i++) {
            which.append(" and mine.search_name like folded(:word%d)".formatted(i));
            parameters.put("word" + i, words.get(i));
        }
        parameters.put("limit", Prices.MOST + 1);
        List<Object[]> rows = rows(PRICES.formatted(named(which)), parameters);
        return new Prices(
                rows.stream().limit(Prices.MOST).map(StatisticsRepository::paid).toList(), rows.size() > Prices.MOST);
    }

    /** The lines whose prices are told. */
    static String named(CharSequence which) {
        return NAMED.formatted(which);
    }

    /** Of {@code mine}, receipts or lines. */
    private static String whose(String submitter, LocalDate from, LocalDate to, Map<String, Object> parameters) {
        parameters.put("submitter", submitter);
        String condition = "mine.submitter = :submitter";
        if (from != null) {
            parameters.put("from", from);
            condition += " and mine.day >= :from";
        }
        if (to != null) {
            parameters.put("to", to);
            condition += " and mine.day <= :to";
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
