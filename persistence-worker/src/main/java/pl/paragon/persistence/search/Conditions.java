package pl.paragon.persistence.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.persistence.database.Matching;

/**
 * A filter in SQL, about a receipt {@code r}, and the values of its parameters.
 *
 * @param range what an index is in the order of: the days
 * @param others what each receipt is looked at for
 */
record Conditions(List<String> range, List<String> others, Map<String, Object> parameters) {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern STEP_DOWN = Pattern.compile("\\s*>\\s*");

    static Conditions of(ReceiptFilter filter) {
        Conditions conditions = new Conditions(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        conditions.add(conditions.range, "r.day >= :from", "from", filter.from());
        conditions.add(conditions.range, "r.day <= :to", "to", filter.to());
        conditions.addWords("r.search_text", "word", filter.text());
        conditions.addWords("r.store_search", "store", filter.store());
        if (filter.category() != null) {
            String path = STEP_DOWN.matcher(filter.category().strip()).replaceAll(" > ");
            conditions.add(
                    conditions.others,
                    "r.categories @> array[folded(:category)]",
                    "category",
                    SPACES.matcher(path).replaceAll(" "));
        }
        if (filter.atLeast() != null) {
            conditions.add(
                    conditions.others,
                    "r.total_grosze >= :atLeast",
                    "atLeast",
                    filter.atLeast().grosze());
        }
        if (filter.atMost() != null) {
            conditions.add(
                    conditions.others,
                    "r.total_grosze <= :atMost",
                    "atMost",
                    filter.atMost().grosze());
        }
        if (filter.verdict() != null) {
            conditions.add(
                    conditions.others,
                    "r.verdict = :verdict",
                    "verdict",
                    filter.verdict().name().toLowerCase(Locale.ROOT));
        }
        return conditions;
    }

    private void add(List<String> conditions, String condition, String parameter, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
    }

    /** Each of them must occur. */
    private void addWords(String column, String parameter, String words) {
        List<String> each = words == null ? List.of() : Matching.words(words);
        for (int i = 0; i < each.size(); i++) {
            add(others, column + " like folded(:" + parameter + i + ")", parameter + i, each.get(i));
        }
    }

    /** All conditions. */
    Stream<String> all() {
        return Stream.concat(range.stream(), others.stream());
    }
}
