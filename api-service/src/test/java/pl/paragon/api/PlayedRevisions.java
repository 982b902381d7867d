package pl.paragon.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.saved.Correction;
import pl.paragon.contracts.saved.Revision;
import pl.paragon.contracts.saved.RevisionList;
import pl.paragon.contracts.saved.SavedReceipt;

/** Corrections in persistence-worker's place; it believes every correction. */
final class PlayedRevisions {

    static final String PATH = "/revisions";

    private final PlayedPersistence persistence;
    private final Map<String, SavedReceipt> latest = new ConcurrentHashMap<>();
    private final Map<String, List<Revision>> revisions = new ConcurrentHashMap<>();
    private final List<Correction> corrections = new CopyOnWriteArrayList<>();

    PlayedRevisions(PlayedPersistence persistence) {
        this.persistence = persistence;
    }

    void keep(SavedReceipt receipt) {
        String job = receipt.jobId().toString();
        latest.put(job, receipt);
        revisions
                .computeIfAbsent(job, any -> new CopyOnWriteArrayList<>())
                .add(new Revision(
                        receipt.revision(),
                        receipt.revision() == 0 ? null : "Jan",
                        receipt.savedAt(),
                        receipt.revision() == 0 ? null : corrections.getLast().patch(),
                        receipt.document().analysis().verification().verdict(),
                        receipt.document().analysis()));
    }

    Correction lastCorrection() {
        return corrections.getLast();
    }

    /** Somebody else corrects it. */
    void correctMeanwhile(String job) {
        keep(next(latest.get(job), latest.get(job).document().analysis()));
    }

    void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        SavedReceipt receipt = latest.get(path[3]);
        if (exchange.getRequestMethod().equals("POST")) {
            correct(exchange, receipt);
        } else if (receipt == null || !isOfItsOwner(exchange, receipt)) {
            exchange.sendResponseHeaders(404, -1);
        } else if (path.length == 5) {
            send(exchange, new RevisionList(all(path[3], Revision::inShort)));
        } else {
            List<Revision> found = all(path[3], revision -> revision).stream()
                    .filter(revision -> String.valueOf(revision.number()).equals(path[5]))
                    .toList();
            if (found.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(exchange, found.getFirst());
            }
        }
    }

    private void correct(HttpExchange exchange, SavedReceipt receipt) throws IOException {
        Correction correction = Json.read(exchange.getRequestBody(), Correction.class);
        if (receipt == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        if (receipt.revision() != correction.revision()) {
            exchange.sendResponseHeaders(412, -1);
            return;
        }
        corrections.add(correction);
        SavedReceipt corrected = next(receipt, correction.analysis());
        persistence.keep(corrected);
        send(exchange, corrected);
    }

    private static SavedReceipt next(SavedReceipt receipt, ReceiptAnalysis analysis) {
        return new SavedReceipt(
                receipt.jobId(),
                receipt.receiptId(),
                receipt.submission(),
                receipt.savedAt(),
                new AnalyzedReceipt(
                        receipt.document().ocrText(), receipt.document().recognition(), analysis),
                receipt.revision() + 1);
    }

    private static boolean isOfItsOwner(HttpExchange exchange, SavedReceipt receipt) {
        return exchange.getRequestURI()
                .getQuery()
                .equals("submitter=" + receipt.submission().submitter());
    }

    private <T> List<T> all(String job, Function<Revision, T> shown) {
        return revisions.get(job).stream().map(shown).toList();
    }

    private static void send(HttpExchange exchange, Object body) throws IOException {
        byte[] json = Json.write(body);
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
    }
}
