package pl.paragon.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import pl.paragon.contracts.action.ActionFilter;
import pl.paragon.contracts.action.ActionKind;
import pl.paragon.contracts.action.JobAction;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.Duplicate;
import pl.paragon.contracts.saved.NumberedPage;
import pl.paragon.contracts.saved.ReceiptBatch;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.contracts.statistics.Prices;
import pl.paragon.contracts.statistics.Spending;

/** Answers the gateway in persistence-worker's place. */
final class PlayedPersistence {

    private static final String JOBS = "/internal/jobs";
    private static final String BATCHES = "/internal/batches/";
    private static final String ACTIONS = "/internal/actions";
    private static final byte[] GONE = {};

    private final Map<String, byte[]> saved = new ConcurrentHashMap<>();
    private final PlayedKeys keys = new PlayedKeys();
    private final PlayedHouseholds households = new PlayedHouseholds();
    private final PlayedWebhooks webhooks = new PlayedWebhooks();
    private final PlayedRevisions revisions = new PlayedRevisions(this);
    private final List<ReceiptQuery> queries = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Map<String, byte[]> asked = new ConcurrentHashMap<>();
    private volatile List<SavedReceipt> held = List.of();
    private volatile int perBatch = 25;
    private volatile boolean brokenOff;
    private volatile ReceiptPage listed = new ReceiptPage(List.of(), null);
    private volatile boolean away;
    private volatile String jobsQuery = "";

    PlayedPersistence() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        list(new JobPage(List.of(), false));
        act(new JobAction(
                new UUID(0, 1),
                ActionKind.CANCEL,
                new ActionFilter("not_yet", null, null, null),
                Samples.NOON,
                0,
                0,
                0,
                List.of()));
        tell(new Spending(List.of()), new Prices(List.of(), false));
        number(new NumberedPage(List.of(), 0));
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void save(JobId job, AnalyzedReceipt receipt) {
        saved.put("/internal/jobs/" + job + "/analysis", Json.write(receipt));
    }

    void retries(JobId failed, ReceiptSubmitted as) {
        saved.put("/internal/jobs/" + failed + "/retry", Json.write(as));
    }

    void cannotRetry(JobId failed) {
        saved.put("/internal/jobs/" + failed + "/retry", GONE);
    }

    /** As of an action, whoever asks for it or for another one. */
    void act(JobAction action) {
        saved.put(ACTIONS, Json.write(action));
        saved.put(ACTIONS + "/" + action.id(), Json.write(action));
    }

    String lastAction() {
        return new String(asked.get(ACTIONS), UTF_8);
    }

    /** As of the register. */
    void list(JobPage page) {
        saved.put(JOBS, Json.write(page));
    }

    Map<String, String> lastJobsQuery() {
        return Arrays.stream(jobsQuery.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        parameter -> parameter[0], parameter -> URLDecoder.decode(parameter[1], UTF_8)));
    }

    /** As of a job that the topics have forgotten. */
    void archive(JobHistory history) {
        saved.put("/internal/jobs/" + history.submitted().jobId(), Json.write(history));
    }

    PlayedKeys keys() {
        return keys;
    }

    PlayedHouseholds households() {
        return households;
    }

    PlayedWebhooks webhooks() {
        return webhooks;
    }

    PlayedRevisions revisions() {
        return revisions;
    }

    /** One more saved receipt, of its submitter. */
    void keep(SavedReceipt receipt) {
        revisions.keep(receipt);
        saved.put(
                "/internal/receipts/" + receipt.jobId() + "?submitter="
                        + receipt.submission().submitter(),
                Json.write(receipt));
    }

    void duplicate(JobId job, String submitter, List<Duplicate> others) {
        saved.put("/internal/receipts/" + job + "/duplicates?submitter=" + submitter, Json.write(others));
    }

    /** The answer to every query for receipts whose cursor is absent or this page's. */
    void list(ReceiptPage page) {
        listed = page;
    }

    /** The receipts that are exported, so many with each answer. */
    void hold(List<SavedReceipt> receipts, int perBatch) {
        this.held = receipts;
        this.perBatch = perBatch;
        this.brokenOff = false;
    }

    /** From now on there is always another batch after the first, and it cannot be read. */
    void breakOff() {
        brokenOff = true;
    }

    /** The answer to every request for spending, and for prices. */
    void tell(Spending spending, Prices prices) {
        saved.put("/internal/statistics/spending", Json.write(spending));
        saved.put("/internal/statistics/prices", Json.write(prices));
    }

    void number(NumberedPage page) {
        saved.put("/internal/receipts/numbered", Json.write(page));
    }

    /** The last body that was sent there. */
    byte[] asked(String path) {
        return asked.get(path);
    }

    /** The queries for receipts so far. */
    List<ReceiptQuery> queries() {
        return queries;
    }

    /** Answers 503 as long as it is away, as if it had lost its database. */
    void setAway(boolean away) {
        this.away = away;
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (away) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (exchange.getRequestURI().getPath().startsWith(PlayedKeys.PATH)) {
                keys.answer(exchange);
                return;
            }
            if (exchange.getRequestURI().getPath().startsWith(PlayedHouseholds.PATH)) {
                households.answer(exchange);
                return;
            }
            if (exchange.getRequestURI().getPath().startsWith(PlayedWebhooks.PATH)) {
                webhooks.answer(exchange);
                return;
            }
            if (exchange.getRequestURI().getPath().contains(PlayedRevisions.PATH)) {
                revisions.answer(exchange);
                return;
            }
            if (exchange.getRequestMethod().equals("DELETE")) {
                String path = exchange.getRequestURI().getPath() + "/analysis";
                exchange.sendResponseHeaders(saved.remove(path) == null ? 404 : 200, -1);
                return;
            }
            if (exchange.getRequestURI().getPath().equals(JOBS)) {
                jobsQuery = exchange.getRequestURI().getRawQuery();
            }
            if (exchange.getRequestURI().getPath().equals("/internal/receipts/batch")) {
                batch(exchange);
                return;
            }
            if (exchange.getRequestURI().getPath().equals("/internal/receipts/query")) {
                query(exchange);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            asked.put(path, exchange.getRequestBody().readAllBytes());
            if (path.startsWith(BATCHES)) {
                saved.putIfAbsent(path, Json.write(new JobPage(List.of(), false)));
            }
            byte[] receipt = saved.getOrDefault(exchange.getRequestURI().toString(), saved.get(path));
            if (receipt == null) {
                exchange.sendResponseHeaders(404, -1);
            } else if (receipt == GONE) {
                exchange.sendResponseHeaders(410, -1);
            } else {
                exchange.sendResponseHeaders(200, receipt.length);
                exchange.getResponseBody().write(receipt);
            }
        }
    }

    private void batch(HttpExchange exchange) throws IOException {
        ReceiptQuery query = Json.read(exchange.getRequestBody(), ReceiptQuery.class);
        queries.add(query);
        int from = query.cursor() == null ? 0 : Integer.parseInt(query.cursor());
        if (from > 0 && brokenOff) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        int to = Math.min(from + perBatch, held.size());
        String next = to < held.size() || brokenOff ? String.valueOf(to) : null;
        byte[] batch = Json.write(new ReceiptBatch(held.subList(from, to), next));
        exchange.sendResponseHeaders(200, batch.length);
        exchange.getResponseBody().write(batch);
    }

    private void query(HttpExchange exchange) throws IOException {
        ReceiptQuery query = Json.read(exchange.getRequestBody(), ReceiptQuery.class);
        queries.add(query);
        if (query.cursor() != null && !query.cursor().equals(listed.next())) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        byte[] page = Json.write(listed);
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
    }
}
