package pl.paragon.persistence.database;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Native queries whose rows are single values.
 *
 * <p>Hibernate 7.2 keeps the plan of each native query that it runs, and never finds one whose result is a simple class
 * ({@code ImplicitResultClassBuilder} has no {@code equals}): its cache would fill with copies of the same plan, each
 * with the same hash, and every query compare itself with all of them. Rows as arrays are found again.
 */
public final class SingleValueQuery {

    private SingleValueQuery() {}

    /** @param type of the one column, e.g. {@code String.class} */
    public static <T> NativeQuery<T> of(Session session, String sql, Class<T> type) {
        return session.createNativeQuery(sql, Object[].class).setTupleTransformer((row, names) -> type.cast(row[0]));
    }
}
