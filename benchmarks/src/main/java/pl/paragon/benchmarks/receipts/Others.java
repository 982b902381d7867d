package pl.paragon.benchmarks.receipts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import pl.paragon.contracts.action.ActionFilter;
import pl.paragon.contracts.action.ActionKind;
import pl.paragon.contracts.action.ActionRequest;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.saved.Correction;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.contracts.statistics.PriceQuery;
import pl.paragon.contracts.statistics.SpendingBy;
import pl.paragon.contracts.statistics.SpendingQuery;

/** What is asked beside lists of receipts. */
final class Others {

    private static final LocalDate YEAR_BEGINS = LocalDate.of(2025, 1, 1);
    private static final LocalDate YEAR_ENDS = LocalDate.of(2025, 12, 31);

    private final Owner owner;
    private final Asking asking;
    private final int count;
    private final Random random = new Random(1);

    Others(Owner owner, Asking asking, int count) {
        this.owner = owner;
        this.asking = asking;
        this.count = count;
    }

    Stream<Question> questions() {
        return Stream.of(aReceipt(), jobs(), statistics(), webhooksAndActions()).flatMap(each -> each);
    }

    private Stream<Question> aReceipt() {
        return Stream.of(
                aReceipt("a receipt", ""),
                aReceipt("its duplicates", "/duplicates"),
                correction(),
                aReceipt("its revisions", "/revisions"),
                Question.get(owner, "a job's analysis", () -> "/internal/jobs/" + job() + "/analysis"),
                Question.get(owner, "a job's history", () -> "/internal/jobs/" + job()));
    }

    private Question aReceipt(String name, String path) {
        return Question.get(
                owner, name, () -> "/internal/receipts/" + job() + path + "?submitter=" + owner.submitter());
    }

    /** Another receipt each time gets another total and another shop; it is read outside the time. */
    private Question correction() {
        Question receipt = aReceipt("", "");
        return new Question(aReceipt("a correction", "").name(), worker -> {
            SavedReceipt saved = Json.read(asking.body(receipt.request().apply(worker)), SavedReceipt.class);
            ObjectNode patch = Json.mapper().createObjectNode();
            patch.put("total_amount", 999.99).put("store_name", "Poprawiony");
            ObjectNode corrected = Json.mapper().valueToTree(saved.document().analysis());
            corrected.put("total_amount", 999.99).withObject("/store").put("name", "Poprawiony");
            ReceiptAnalysis analysis = Json.read(Json.write(corrected), ReceiptAnalysis.class);
            return Question.post(
                    worker,
                    "/internal/receipts/" + saved.jobId() + "/revisions",
                    new Correction(owner.submitter(), owner.submitter(), saved.revision(), patch, analysis));
        });
    }

    private UUID job() {
        return owner.job(random, count);
    }

    private Stream<Question> jobs() {
        return Stream.of(
                jobs("all", ""),
                jobs("all, deep", "&after_time=2018-11-30T00:00:00Z&after_job=" + new UUID(0, 0)),
                jobs("live", "&ended=not_yet"),
                jobs("saved", "&ended=saved"),
                jobs("failed", "&ended=failed"),
                jobs("cancelled", "&ended=cancelled"),
                jobs("a month", "&from=2019-05-01T00:00:00Z&until=2019-06-01T00:00:00Z"),
                jobs("failed in a month", "&ended=failed&from=2019-05-01T00:00:00Z&until=2019-06-01T00:00:00Z"),
                jobs("a file's name that many have", "&filename=img_"),
                jobs("a file's name that one old one has", "&filename=img_000051."),
                jobs("a file's name that none has", "&filename=hipopotam"),
                jobs("failed, a file's name that none has", "&ended=failed&filename=hipopotam"),
                Question.get(
                        owner,
                        "jobs: a batch of 200",
                        () -> "/internal/batches/" + batch() + "?submitter=" + owner.submitter()),
                Question.get(owner, "jobs: failed ones of all, for operators", () -> "/internal/failed-jobs?limit=20"));
    }

    private Question jobs(String name, String filter) {
        return Question.get(
                owner, "jobs: " + name, () -> "/internal/jobs?limit=20&submitter=" + owner.submitter() + filter);
    }

    private String batch() {
        return "40000000-0000-4000-8000-%012x".formatted(owner.ordinal());
    }

    private Stream<Question> statistics() {
        Stream<Question> spending = Stream.of(SpendingBy.values())
                .flatMap(by ->
                        Stream.of(spending(by, "a year", YEAR_BEGINS, YEAR_ENDS), spending(by, "all", null, null)));
        Stream<Question> prices = Stream.of("chleb zytni 12", "kociolek", "hipopotam", "chleb")
                .flatMap(name -> Stream.of(prices(name, YEAR_BEGINS), prices(name, null)));
        return Stream.concat(spending, prices);
    }

    private Question spending(SpendingBy by, String when, LocalDate from, LocalDate to) {
        return Question.post(
                owner,
                "spending by " + by.name().toLowerCase(Locale.ROOT) + ", " + when,
                "/internal/statistics/spending",
                () -> new SpendingQuery(owner.submitter(), by, from, to));
    }

    private Question prices(String goods, LocalDate from) {
        return Question.post(
                owner,
                "prices of " + goods + (from == null ? "" : ", since " + from),
                "/internal/statistics/prices",
                () -> new PriceQuery(owner.submitter(), goods, from, null));
    }

    private Stream<Question> webhooksAndActions() {
        String whose = "?owner=" + owner.submitter();
        String webhook = "50000000-0000-4000-8000-%012x".formatted(owner.ordinal());
        String action = "60000000-0000-4000-8000-%012x".formatted(owner.ordinal());
        return Stream.of(
                Question.get(owner, "webhooks", () -> "/internal/webhooks" + whose),
                Question.get(
                        owner,
                        "webhooks that were told of a job",
                        () -> "/internal/webhooks" + whose + "&job=" + job()),
                Question.get(owner, "deliveries", () -> "/internal/webhooks/" + webhook + "/deliveries" + whose),
                Question.get(
                        owner,
                        "deliveries, deep",
                        () -> "/internal/webhooks/" + webhook + "/deliveries" + whose
                                + "&before=70000000-0000-4000-8000-%012x".formatted(owner.ordinal() * 100_000 + 1000)),
                Question.get(
                        owner,
                        "an action on 10,000 jobs",
                        () -> "/internal/actions/" + action + "?submitter=" + owner.submitter()),
                Question.post(
                        owner,
                        "beginning an action on none",
                        "/internal/actions",
                        () -> new ActionRequest(
                                UUID.randomUUID(),
                                owner.submitter(),
                                ActionKind.DELETE,
                                new ActionFilter("failed", null, null, "hipopotam"))));
    }
}
