package pl.paragon.chaos.audit;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.chaos.load.ClientJob;
import pl.paragon.chaos.load.Load;
import pl.paragon.chaos.mischief.Fleet;
import pl.paragon.chaos.server.FileStore;
import pl.paragon.chaos.server.Records;
import pl.paragon.chaos.server.RedisDoor;
import pl.paragon.chaos.server.Tables;
import pl.paragon.running.client.ReceiptClient;

/** Finds everything out, and whether anything still moves. */
public final class Inspector {

    private final Load load;
    private final Fleet fleet;
    private final Records records;
    private final Tables tables;
    private final RedisDoor redis;
    private final FileStore files;

    public Inspector(Load load, Fleet fleet, Records records, Tables tables, RedisDoor redis, FileStore files) {
        this.load = load;
        this.fleet = fleet;
        this.records = records;
        this.tables = tables;
        this.redis = redis;
        this.files = files;
    }

    /**
     * How far things have come: two that are equal mean that nothing happened in between.
     *
     * @param published records about jobs
     * @param backlog unacknowledged records by group
     * @param outcomes how many jobs have ended
     * @param files how many jobs have files
     */
    public record Progress(long published, Map<String, Long> backlog, int outcomes, int files) {}

    public Progress progress() {
        return new Progress(
                records.published(),
                records.backlog(),
                tables.outcomes().size(),
                files.byJob().size());
    }

    /** @throws pl.paragon.chaos.server.AwayException if a server is away */
    public Evidence evidence() throws InterruptedException {
        List<ClientJob> jobs = load.jobs();
        Map<String, Map<String, String>> facts = new HashMap<>();
        Map<String, List<String>> shown = new HashMap<>();
        for (ClientJob job : jobs) {
            facts.put(job.id(), redis.facts(job.id()));
            shown.put(job.id(), new ArrayList<>());
        }
        for (URI gateway : fleet.gateways()) {
            ReceiptClient client = new ReceiptClient(gateway, Optional.empty());
            for (ClientJob job : jobs) {
                shown.get(job.id()).add(shown(client, job.id()));
            }
        }
        return new Evidence(
                load.uploads(),
                jobs,
                records.events(),
                records.deadLetters(),
                records.backlog(),
                tables.outcomes(),
                tables.receipts(),
                shown,
                facts,
                files.byJob(),
                files.incoming(),
                fleet.deaths(),
                fleet.unexplained());
    }

    private static String shown(ReceiptClient gateway, String job) throws InterruptedException {
        try {
            ReceiptClient.Answer answer = gateway.tryStatus(job);
            return answer.code() == 200
                    ? answer.body().path("data").path("status").asText()
                    : "(" + answer.code() + ")";
        } catch (IOException e) {
            return "(" + e + ")";
        }
    }
}
