package pl.paragon.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import pl.paragon.contracts.action.JobAction;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.runtime.topics.Topics;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/**
 * A real Kafka and a real Redis for one gateway, and control over both; persistence-worker is played. With the argument
 * {@link #NOTICES_OUTAGES} the gateway gives up on them soon, so that a test of an outage need not wait for it;
 * otherwise it is as patient as a slow machine needs. Any other argument is a setting of the gateway.
 */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    static final String NOTICES_OUTAGES = "notices-outages";

    /** With this argument no answer is held back for long. */
    static final String WAITS_FOR_NOBODY = "waits-for-nobody";

    private static final Map<String, String> SOON = Map.of(
            "paragon.publisher.timeout", "3s",
            // sooner than any broker is back
            "mp.messaging.outgoing.events.delivery.timeout.ms", "900",
            "mp.messaging.outgoing.events.request.timeout.ms", "800",
            "paragon.status.retry-delay", "100ms");

    private static final Map<String, String> PATIENT = Map.of(
            "paragon.publisher.timeout", "5m",
            "paragon.publisher.check-address-after", "5m",
            "mp.messaging.outgoing.events.max.block.ms", "300000",
            "mp.messaging.outgoing.events.delivery.timeout.ms", "300000",
            "mp.messaging.outgoing.events.request.timeout.ms", "60000",
            "paragon.status.timeout", "5m",
            "paragon.idempotency.timeout", "5m",
            "paragon.persistence.timeout", "5m",
            "paragon.health.broker-timeout", "5m",
            "paragon.health.worker-alive-for", "15m");

    private final Map<String, String> settings = new HashMap<>();
    private boolean noticesOutages;
    private boolean waitsForNobody;
    private Path folder;
    private TestServer kafka;
    private TestServer redis;
    private PlayedPersistence persistence;

    @Override
    public void init(Map<String, String> arguments) {
        settings.putAll(arguments);
        noticesOutages = settings.remove(NOTICES_OUTAGES) != null;
        waitsForNobody = settings.remove(WAITS_FOR_NOBODY) != null;
    }

    @Override
    public Map<String, String> start() {
        folder = Path.of("target", "servers", UUID.randomUUID().toString());
        kafka = TestServers.KAFKA.start(folder.resolve("kafka"));
        persistence = new PlayedPersistence();
        redis = TestServers.REDIS.start(folder.resolve("redis"));
        Topics.create(kafka.uri());
        Map<String, String> configuration = new HashMap<>(noticesOutages ? SOON : PATIENT);
        configuration.put("paragon.v2.ocr-timeout", waitsForNobody ? "20ms" : "10m");
        configuration.put("paragon.v2.analysis-timeout", waitsForNobody ? "20ms" : "10m");
        if (waitsForNobody) {
            configuration.put("paragon.api.longest-wait", "20ms");
            configuration.put("paragon.v2.batch-timeout", "20ms");
        }
        configuration.put("kafka.bootstrap.servers", kafka.uri());
        configuration.put("quarkus.redis.hosts", redis.uri());
        configuration.put("paragon.persistence.url", persistence.url());
        configuration.put("paragon.files.directory", folder.resolve("files").toString());
        configuration.putAll(settings);
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == RealServers.class);
    }

    @Override
    public void stop() {
        if (persistence != null) {
            persistence.stop();
        }
        if (redis != null) {
            redis.close();
        }
        if (kafka != null) {
            kafka.close();
        }
    }

    /** As persistence-worker does with a finished job. */
    public void save(JobId job, AnalyzedReceipt receipt) {
        persistence.save(job, receipt);
    }

    /** As persistence-worker does with a job that failed. */
    void retries(JobId failed, ReceiptSubmitted as) {
        persistence.retries(failed, as);
    }

    /** As persistence-worker does with a job whose file is gone. */
    void cannotRetry(JobId failed) {
        persistence.cannotRetry(failed);
    }

    /** What persistence-worker answers about an action on many jobs, and whoever asks for one. */
    void act(JobAction action) {
        persistence.act(action);
    }

    /** What persistence-worker was asked for as an action last. */
    String lastAction() {
        return persistence.lastAction();
    }

    /** What persistence-worker answers whoever asks for a list of jobs. */
    void listJobs(JobPage page) {
        persistence.list(page);
    }

    /** What the gateway asked for when it asked for a list of jobs last. */
    Map<String, String> lastJobsQuery() {
        return persistence.lastJobsQuery();
    }

    /** As persistence-worker does with a job that the topics have forgotten. */
    public void archive(JobHistory history) {
        persistence.archive(history);
    }

    /** The API keys in the database. */
    PlayedKeys keys() {
        return persistence.keys();
    }

    /** The households in the database. */
    PlayedHouseholds households() {
        return persistence.households();
    }

    /** The webhooks in the database. */
    PlayedWebhooks webhooks() {
        return persistence.webhooks();
    }

    /** As persistence-worker does with saved receipts, and what it was asked. */
    PlayedPersistence receipts() {
        return persistence;
    }

    public void setDatabaseAway(boolean away) {
        persistence.setAway(away);
    }

    public String bootstrapServers() {
        return kafka.uri();
    }

    public Path files() {
        return folder.resolve("files");
    }

    public void killRedis() {
        redis.kill();
    }

    public void restartRedis() {
        redis.start();
    }

    /** As after the loss of its disk. */
    public void restartRedisWithoutMemory() {
        redis.startEmpty();
    }

    /** As if its data had reached its limit: it answers, but takes no writes. */
    public void fillRedis() {
        tellRedis("CONFIG SET maxmemory-policy noeviction", "CONFIG SET maxmemory 1");
    }

    public void giveRedisRoom() {
        tellRedis("CONFIG SET maxmemory 0");
    }

    private void tellRedis(String... commands) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String command : commands) {
                socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
                String answer = answers.readLine();
                if (!"+OK".equals(answer)) {
                    throw new IllegalStateException(command + ": " + answer);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void killKafka() {
        kafka.kill();
    }

    public void restartKafka() {
        kafka.start();
    }
}
