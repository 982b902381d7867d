package pl.paragon.benchmarks.receipts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.saved.Correction;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptQuery;

/**
 * Something that the gateway asks persistence-worker.
 *
 * @param request to be sent to this address; another one each time if there is something to vary
 */
record Question(String name, Function<URI, HttpRequest> request) {

    static final String OWNER = "owner";
    private static final int PAGE = 20;

    /** Every filter of the list, alone and together, in both orders, from the beginning and from far behind it. */
    static List<Question> ofLists(Function<ReceiptQuery, Optional<String>> next) {
        return Stream.of(ReceiptOrder.values())
                .flatMap(order -> {
                    Optional<String> deep = next.apply(query(far(order), order, null));
                    return Filter.all().flatMap(filter -> Stream.concat(
                            Stream.of(of(filter, order, "first page", null)),
                            deep.map(cursor -> of(filter, order, "deep page", cursor)).stream()));
                })
                .toList();
    }

    /** What a filter is called, and what it is. */
    private record Filter(String name, Supplier<ReceiptFilter> filter) {

        static Stream<Filter> all() {
            return Stream.of(
                    new Filter("all", () -> ReceiptFilter.ALL),
                    new Filter("word on every third", () -> words("chleb")),
                    new Filter("two words", () -> words("chleb zolty")),
                    new Filter("part of a word", () -> words("osiol")),
                    new Filter("word on one in 20,000", () -> words("KOCIOŁEK")),
                    new Filter("word on none", () -> words("hipopotam")),
                    new Filter("word on many old ones only", () -> words("mazurski")),
                    new Filter("a file's number", () -> words("IMG_777777")),
                    new Filter("chain", () -> store("biedronka")),
                    new Filter("one shop", () -> store("u lucji 123")),
                    new Filter("frequent category", () -> category("Nabiał")),
                    new Filter("rare category", () -> category("Dom > Naczynia")),
                    new Filter("a month", () -> days("2019-05-01", "2019-05-31", null)),
                    new Filter("a year and a word", () -> days("2018-01-01", "2018-12-31", "sledz")),
                    new Filter("a year and a rare word", () -> days("2018-01-01", "2018-12-31", "kociolek")),
                    new Filter("amounts of all", () -> amounts("1.00", "500.00")),
                    new Filter("one amount", () -> amounts("123.45", "123.45")),
                    new Filter("high amounts", () -> amounts("210.00", "500.00")),
                    new Filter("in doubt", () -> new ReceiptFilter(
                            null, null, null, null, null, null, null, Verdict.IN_DOUBT)),
                    new Filter("old word in doubt", () -> new ReceiptFilter(
                            "mazurski", null, null, null, null, null, null, Verdict.IN_DOUBT)),
                    new Filter("chain, category and amount", () -> new ReceiptFilter(
                            null, "lidl", "Nabiał", null, null, Money.of("100.00"), Money.of("101.00"), null)));
        }
    }

    /** Far behind the beginning: a third of the receipts are left. */
    private static ReceiptFilter far(ReceiptOrder order) {
        return switch (order) {
            case NEWEST -> days(null, "2018-11-30", null);
            case STORE -> store("rossmann");
        };
    }

    private static Question of(Filter filter, ReceiptOrder order, String where, String cursor) {
        String name = "%s, by %s, %s".formatted(filter.name, order == ReceiptOrder.NEWEST ? "day" : "store", where);
        byte[] body = Json.write(query(filter.filter.get(), order, cursor));
        return new Question(name, worker -> query(worker, body));
    }

    static HttpRequest query(URI worker, byte[] query) {
        return HttpRequest.newBuilder(worker.resolve("/internal/receipts/query"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(query))
                .build();
    }

    /** About one receipt, another one each time. */
    static Question ofOne(String name, Supplier<UUID> jobs, String path) {
        String whose = "?submitter=" + URLEncoder.encode(OWNER, StandardCharsets.UTF_8);
        return new Question(name, worker -> HttpRequest.newBuilder(
                        worker.resolve("/internal/receipts/" + jobs.get() + path + whose))
                .GET()
                .build());
    }

    /** Another receipt each time gets another total and another first line; it is read outside the time. */
    static Question ofCorrections(Supplier<UUID> jobs, Asking asking) {
        Question receipt = ofOne("", jobs, "");
        return new Question("a correction", worker -> {
            SavedReceipt saved = Json.read(asking.send(receipt.request().apply(worker)), SavedReceipt.class);
            ObjectNode patch = Json.mapper().createObjectNode();
            patch.put("total_amount", 999.99).put("store_name", "Poprawiony");
            ObjectNode corrected = Json.mapper().valueToTree(saved.document().analysis());
            corrected.put("total_amount", 999.99).withObject("/store").put("name", "Poprawiony");
            ReceiptAnalysis analysis = Json.read(Json.write(corrected), ReceiptAnalysis.class);
            Correction correction = new Correction(OWNER, OWNER, saved.revision(), patch, analysis);
            return HttpRequest.newBuilder(worker.resolve("/internal/receipts/" + saved.jobId() + "/revisions"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(correction)))
                    .build();
        });
    }

    private static ReceiptQuery query(ReceiptFilter filter, ReceiptOrder order, String cursor) {
        return new ReceiptQuery(OWNER, filter, order, cursor, PAGE);
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
        return new ReceiptFilter(
                words, null, null, from == null ? null : LocalDate.parse(from), LocalDate.parse(to), null, null, null);
    }
}
