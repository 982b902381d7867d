package pl.paragon.benchmarks.receipts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.saved.NumberedQuery;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptQuery;

/** Every filter of the list, alone and together, in both orders, from the beginning and from far behind it. */
final class Lists {

    private static final int PAGE = 20;
    private static final int EXPORTED_AT_ONCE = 25;

    private final Owner owner;
    private final Asking asking;

    Lists(Owner owner, Asking asking) {
        this.owner = owner;
        this.asking = asking;
    }

    Stream<Question> questions() {
        return Stream.concat(Stream.of(ReceiptOrder.values()).flatMap(this::inOrder), byNumber());
    }

    private Stream<Question> inOrder(ReceiptOrder order) {
        Optional<String> deep = asking.next(query(far(order), order, null, 1));
        return filters()
                .flatMap(filter -> Stream.concat(
                        Stream.of(question(filter, order, "first page", null)),
                        deep.map(cursor -> question(filter, order, "deep page", cursor)).stream()));
    }

    private Stream<Question> byNumber() {
        return Stream.of(
                Question.post(owner, "v2: first page and total", "/internal/receipts/numbered", () -> numbered(0)),
                Question.post(
                        owner,
                        "v2: last page and total",
                        "/internal/receipts/numbered",
                        () -> numbered(NumberedQuery.NUMBERED - PAGE)),
                Question.post(
                        owner,
                        "export: a page of whole receipts",
                        "/internal/receipts/batch",
                        () -> query(ReceiptFilter.ALL, ReceiptOrder.NEWEST, null, EXPORTED_AT_ONCE)));
    }

    private NumberedQuery numbered(int offset) {
        return new NumberedQuery(owner.submitter(), offset, PAGE);
    }

    private Question question(Filter filter, ReceiptOrder order, String where, String cursor) {
        String name =
                "list: %s, by %s, %s".formatted(filter.name, order == ReceiptOrder.NEWEST ? "day" : "store", where);
        return Question.post(owner, name, "/internal/receipts/query", () -> query(filter.filter, order, cursor, PAGE));
    }

    private ReceiptQuery query(ReceiptFilter filter, ReceiptOrder order, String cursor, int limit) {
        return new ReceiptQuery(owner.submitter(), filter, order, cursor, limit);
    }

    /** What a filter is called, and what it is. */
    private record Filter(String name, ReceiptFilter filter) {}

    private static Stream<Filter> filters() {
        return Stream.of(
                new Filter("all", ReceiptFilter.ALL),
                new Filter("word on every fourth", words("chleb")),
                new Filter("two words", words("chleb zolty")),
                new Filter("two words with diacritics", words("ŻYTNI Śledź")),
                new Filter("part of a word", words("ogorki kisz")),
                new Filter("short word beside a long one", words("w oleju")),
                new Filter("word on one in 10,000", words("KOCIOŁEK")),
                new Filter("word on none", words("hipopotam")),
                new Filter("word on old ones only", words("mazurski")),
                new Filter("a file's number", words("IMG_500001")),
                new Filter("chain", store("biedronka")),
                new Filter("one shop", store("u lucji 123")),
                new Filter("frequent category", category("Nabiał")),
                new Filter("rare category", category("Dom > Naczynia")),
                new Filter("a month", days("2019-05-01", "2019-05-31", null)),
                new Filter("a year and a word", days("2018-01-01", "2018-12-31", "sledz")),
                new Filter("a year and a rare word", days("2018-01-01", "2018-12-31", "kociolek")),
                new Filter("amounts of all", amounts("1.00", "500.00")),
                new Filter("one amount", amounts("123.45", "123.45")),
                new Filter("high amounts", amounts("210.00", "500.00")),
                new Filter("in doubt", new ReceiptFilter(null, null, null, null, null, null, null, Verdict.IN_DOUBT)),
                new Filter(
                        "old word in doubt",
                        new ReceiptFilter("mazurski", null, null, null, null, null, null, Verdict.IN_DOUBT)),
                new Filter(
                        "chain, category and amount",
                        new ReceiptFilter(
                                null, "lidl", "Nabiał", null, null, Money.of("100.00"), Money.of("101.00"), null)));
    }

    /** Far behind the beginning: a third of the receipts are left. */
    private static ReceiptFilter far(ReceiptOrder order) {
        return switch (order) {
            case NEWEST -> days("2014-01-01", "2018-11-30", null);
            case STORE -> store("rossmann");
        };
    }

    private static ReceiptFilter words(String words) {
        return new ReceiptFilter(words, null, null, null, null, null, null, null);
    }

    private static ReceiptFilter store(String store) {
        return new ReceiptFilter(null, store, null, null, null, null, null, null);
    }

    private static ReceiptFilter category(String category) {
        return new ReceiptFilter(null, null, category, null, null, null, null, null);
    }

    private static ReceiptFilter amounts(String atLeast, String atMost) {
        return new ReceiptFilter(null, null, null, null, null, Money.of(atLeast), Money.of(atMost), null);
    }

    private static ReceiptFilter days(String from, String to, String words) {
        return new ReceiptFilter(words, null, null, LocalDate.parse(from), LocalDate.parse(to), null, null, null);
    }
}
