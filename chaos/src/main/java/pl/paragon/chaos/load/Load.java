package pl.paragon.chaos.load;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import pl.paragon.running.client.ReceiptClient;

/**
 * One client for each sample, on a thread of its own. A client that is refused because something is away, or gets no
 * answer, tries again; a refusal because of the file is final.
 */
public final class Load {

    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);
    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(2);
    /** Away: a broker, a store or a full disk. */
    private static final List<Integer> TRANSIENT = List.of(429, 503, 507);

    private final List<Sample> samples;
    private final Supplier<List<URI>> gateways;
    private final Clock clock;
    private final Random random;
    private final ConcurrentHashMap<URI, ReceiptClient> clients = new ConcurrentHashMap<>();
    private final List<Upload> uploads = new CopyOnWriteArrayList<>();
    private final List<ClientJob> jobs = new CopyOnWriteArrayList<>();
    private final AtomicInteger uploading = new AtomicInteger();
    private final AtomicInteger cancelling = new AtomicInteger();
    private volatile boolean stopped;

    /** @param gateways those that run now; each request goes to one of them */
    public Load(List<Sample> samples, Supplier<List<URI>> gateways, long seed, Clock clock) {
        this.samples = samples;
        this.gateways = gateways;
        this.clock = clock;
        this.random = new Random(seed);
    }

    /** Starts all clients. */
    public void start() {
        Instant begin = clock.instant();
        uploading.set(samples.size());
        cancelling.set((int) samples.stream()
                .filter(sample -> sample.cancelAfter().isPresent())
                .count());
        for (Sample sample : samples) {
            Thread.ofVirtual().name("client-" + sample.number()).start(() -> serve(sample, begin));
        }
    }

    /** Whether every upload has its final answer and every cancel is sent. */
    public boolean isDone() {
        return uploading.get() == 0 && cancelling.get() == 0;
    }

    /** Ends all clients. */
    public void stop() {
        stopped = true;
    }

    /** All uploads by now. */
    public List<Upload> uploads() {
        return List.copyOf(uploads);
    }

    /** All accepted jobs by now. */
    public List<ClientJob> jobs() {
        return List.copyOf(jobs);
    }

    private void serve(Sample sample, Instant begin) {
        try {
            pause(Duration.between(clock.instant(), begin.plus(sample.due())));
            Optional<ClientJob> accepted;
            try {
                accepted = upload(sample);
            } finally {
                uploading.decrementAndGet();
            }
            accepted.ifPresent(jobs::add);
            if (sample.cancelAfter().isPresent()) {
                Thread.ofVirtual()
                        .name("canceller-" + sample.number())
                        .start(() -> cancel(accepted, sample.cancelAfter().get()));
            }
            if (accepted.isPresent()) {
                follow(accepted.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Empty if the file was refused for good. */
    private Optional<ClientJob> upload(Sample sample) throws InterruptedException {
        for (int number = 1; !stopped; ) {
            Instant at = clock.instant();
            String filename = sample.uploadName(number);
            Upload.Result result;
            try {
                ReceiptClient.Answer answer = any().trySubmit(sample.file(), filename);
                result = answer.code() == 202
                        ? new Upload.Accepted(
                                answer.body().path("data").path("job_id").asText())
                        : new Upload.Refused(
                                answer.code(), answer.body().path("error_code").asText());
            } catch (ReceiptClient.UnreachableException e) {
                pause(BEFORE_NEXT_TRY); // nothing was sent
                continue;
            } catch (IOException e) {
                result = new Upload.Unanswered(e.toString());
            }
            uploads.add(new Upload(sample, filename, at, result));
            switch (result) {
                case Upload.Accepted(var job) -> {
                    return Optional.of(new ClientJob(job, sample, at));
                }
                case Upload.Refused(var code, var error)
                when !TRANSIENT.contains(code) && code < 500 -> {
                    return Optional.empty();
                }
                case Upload.Refused later -> pause(BEFORE_NEXT_TRY);
                case Upload.Unanswered unknown -> pause(BEFORE_NEXT_TRY);
            }
            number++;
        }
        return Optional.empty();
    }

    private void cancel(Optional<ClientJob> accepted, Duration after) {
        try {
            if (accepted.isEmpty()) {
                return;
            }
            ClientJob job = accepted.get();
            pause(after);
            job.cancelIsAsked();
            while (!stopped && !isCancelAnswered(job)) {
                pause(BEFORE_NEXT_TRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            cancelling.decrementAndGet();
        }
    }

    private boolean isCancelAnswered(ClientJob job) throws InterruptedException {
        try {
            ReceiptClient.Answer answer = any().tryCancel(job.id());
            int code = answer.code();
            if (code != 200 && !TRANSIENT.contains(code)) {
                job.surprised("the request to cancel it was answered " + code);
            } else if (answer.body().at("/data/known").isBoolean()
                    && !answer.body().at("/data/known").asBoolean()) {
                job.surprised("the request to cancel it was answered as if there were no such job");
            }
            return code < 300;
        } catch (IOException e) {
            return false;
        }
    }

    private void follow(ClientJob job) throws InterruptedException {
        while (!stopped && job.end().isEmpty()) {
            pause(BETWEEN_POLLS);
            try {
                look(job, any());
            } catch (IOException e) {
                // the gateway is away: the next one is asked
            }
        }
    }

    private static void look(ClientJob job, ReceiptClient gateway) throws IOException, InterruptedException {
        ReceiptClient.Answer answer = gateway.tryStatus(job.id());
        if (answer.code() == 200) {
            job.shown(
                    answer.body().path("data").path("status").asText(),
                    ReceiptClient.hasEnded(answer.body().path("data")));
        } else if (!TRANSIENT.contains(answer.code())) {
            job.surprised("its status was answered " + answer.code());
        }
    }

    private ReceiptClient any() {
        List<URI> running = gateways.get();
        URI one;
        synchronized (random) {
            one = running.get(random.nextInt(running.size()));
        }
        return clients.computeIfAbsent(one, url -> new ReceiptClient(url, Optional.empty()));
    }

    private static void pause(Duration time) throws InterruptedException {
        if (time.isPositive()) {
            Thread.sleep(time);
        }
    }
}
