package pl.paragon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import pl.paragon.api.fuzz.Answer;
import pl.paragon.api.fuzz.Contract;
import pl.paragon.api.fuzz.FuzzedRequest;
import pl.paragon.api.fuzz.KeepAliveClient;
import pl.paragon.api.fuzz.RequestFuzzer;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.saved.NumberedPage;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.contracts.statistics.Prices;
import pl.paragon.contracts.statistics.Spending;

/**
 * {@value #REQUESTS} requests that are nearly right: each is answered as the OpenAPI document says, none with a 5xx,
 * and none leaves a file behind. {@code -Dparagon.fuzz.seed=N} tries others.
 */
@QuarkusTest
@WithTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = RealServers.WAITS_FOR_NOBODY, value = "true"))
class FuzzedRequestsIT extends AgainstAGateway {

    private static final int REQUESTS = 20_000;
    private static final long SEED = Long.getLong("paragon.fuzz.seed", 1);
    private static final int CLIENTS = 8;

    /** What is away for longer than this is no passing outage. */
    private static final Duration OUTAGE = Duration.ofSeconds(15);

    /** After so many there is no need for more. */
    private static final int ENOUGH = 20;

    private final Contract contract = Contract.load();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();

    @Test
    void shouldAnswerWhateverItIsSentAsDocumented() throws IOException {
        // given
        List<String> ids = Stream.generate(() -> jobOf(upload(jpeg(200)).post("/api/v3/receipts/process")))
                .limit(5)
                .map(JobId::toString)
                .toList();
        ids.stream().limit(2).map(JobId::of).forEach(this::keep);
        servers.receipts().tell(new Spending(List.of()), new Prices(List.of(), false));
        servers.receipts().number(new NumberedPage(List.of(), 0));
        RequestFuzzer fuzzer = new RequestFuzzer(contract, ids, SEED);

        // when
        AtomicInteger next = new AtomicInteger();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> send(fuzzer, next));
            }
        }

        // then
        assertThat(complaints.stream().limit(ENOUGH)).isEmpty();
        assertThat(statuses).as("they get past the door").contains(200, 202, 400, 404, 405, 412, 415, 422);
        assertThat(jobFolders()).allSatisfy(job -> assertThat(isSubmitted(job)).isTrue());
        assertThat(servers.files().resolve("incoming")).isEmptyDirectory();
        jobOf(upload(jpeg(200)).post("/api/v3/receipts/process"));
    }

    /** A saved receipt, which the requests may correct, and whose picture is gone. */
    private void keep(JobId job) {
        FileReference picture = new FileReference(job + "/gone", "image/jpeg", 3, "ab".repeat(32));
        Submission submission = new Submission("paragon.jpg", picture, "u1", Submission.ANONYMOUS, Samples.NOON);
        servers.receipts().keep(new SavedReceipt(job, Samples.RECEIPT, submission, Samples.NOON, Samples.document()));
    }

    private void send(RequestFuzzer fuzzer, AtomicInteger next) {
        try (KeepAliveClient client = new KeepAliveClient(RestAssured.port, (int) Polls.LONGEST.toMillis())) {
            for (int number = next.getAndIncrement();
                    number < REQUESTS && complaints.size() < ENOUGH;
                    number = next.getAndIncrement()) {
                FuzzedRequest request = fuzzer.request(number);
                complaint(client, request).ifPresent(complaint -> complaints.add(complaint + " ← " + request));
            }
        } catch (IOException | RuntimeException e) {
            complaints.add("a client gave up: " + e);
        }
    }

    private Optional<String> complaint(KeepAliveClient client, FuzzedRequest request) throws IOException {
        Optional<Answer> answer;
        try {
            answer = patiently(client, request);
        } catch (SocketTimeoutException e) {
            client.close();
            return Optional.of("no answer");
        }
        if (answer.isEmpty()) {
            // Whoever cuts off its own body gets what there is time for.
            return request.endsItsSide() ? Optional.empty() : Optional.of("closed without an answer");
        }
        statuses.add(answer.get().status());
        return contract.complaint(request, answer.get())
                .map(complaint -> complaint + " " + shortened(answer.get().body()));
    }

    /** The answer after coming again for a while if the gateway asks for it, as a client does. */
    private static Optional<Answer> patiently(KeepAliveClient client, FuzzedRequest request) throws IOException {
        Optional<Answer> answer = client.send(request);
        if (answer.filter(FuzzedRequestsIT::asksToComeAgain).isEmpty()) {
            return answer;
        }
        AtomicReference<Optional<Answer>> last = new AtomicReference<>(answer);
        try {
            await().atMost(OUTAGE).until(() -> {
                last.set(client.send(request));
                return last.get().filter(FuzzedRequestsIT::asksToComeAgain).isEmpty();
            });
        } catch (ConditionTimeoutException e) {
            // The answer is still the same, which is a complaint.
        }
        return last.get();
    }

    private static boolean asksToComeAgain(Answer answer) {
        return answer.status() == 503 && answer.headers().containsKey("retry-after");
    }

    private static String shortened(String body) {
        return body.substring(0, Math.min(body.length(), 400));
    }

    private List<JobId> jobFolders() throws IOException {
        try (Stream<Path> folders = Files.walk(servers.files().resolve("jobs"), 2)) {
            return folders.filter(
                            folder -> folder.getNameCount() == servers.files().getNameCount() + 3)
                    .map(folder -> JobId.of(folder.getFileName().toString()))
                    .toList();
        }
    }

    private boolean isSubmitted(JobId job) {
        return Stream.of(Topic.RECEIPT_SUBMITTED, Topic.RECEIPT_SUBMITTED_BULK)
                .anyMatch(topic -> !broker.records(topic.id(), job.toString()).isEmpty());
    }
}
