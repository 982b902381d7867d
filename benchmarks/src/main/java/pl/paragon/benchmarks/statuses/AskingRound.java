package pl.paragon.benchmarks.statuses;

import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import pl.paragon.benchmarks.report.Sample;
import pl.paragon.benchmarks.sidebyside.Clients;
import pl.paragon.benchmarks.sidebyside.HttpConnection.Answer;
import pl.paragon.benchmarks.sidebyside.ReceiptApi;
import pl.paragon.benchmarks.sidebyside.Target;

/** The same question over and over, by all connections at once, for some time. */
public final class AskingRound {

    private static final int OK = 200;
    /** This part of the time goes before, and does not count. */
    private static final int WARM_UP = 5;

    private final Target target;
    private final int connections;

    public AskingRound(Target target, int connections) {
        this.target = target;
        this.connections = connections;
    }

    /**
     * What came of it.
     *
     * @param latencies in milliseconds
     * @param bytes of an answer's body
     */
    public record Outcome(Sample latencies, double perSecond, int bytes) {}

    /** @param question of {@link Target#request(String, String)} */
    public Outcome measure(byte[] question, Duration time) throws IOException, InterruptedException {
        try (Clients clients = new Clients(target, connections);
                ReceiptApi api = new ReceiptApi(target)) {
            int bytes = answer(api, question).body().length;
            ask(clients, question, time.dividedBy(WARM_UP), new ConcurrentLinkedQueue<>());
            Queue<long[]> nanos = new ConcurrentLinkedQueue<>();
            Duration took = ask(clients, question, time, nanos);
            long[] all = nanos.stream().flatMapToLong(LongStream::of).toArray();
            return new Outcome(Sample.ofNanos(all), all.length * 1e9 / took.toNanos(), bytes);
        }
    }

    /** Each connection asks at least once. */
    private static Duration ask(Clients clients, byte[] question, Duration time, Queue<long[]> nanos)
            throws IOException, InterruptedException {
        return clients.run((client, api) -> {
            LongStream.Builder own = LongStream.builder();
            long until = System.nanoTime() + time.toNanos();
            long began = System.nanoTime();
            do {
                answer(api, question);
                long ended = System.nanoTime();
                own.add(ended - began);
                began = ended;
            } while (began < until);
            nanos.add(own.build().toArray());
        });
    }

    private static Answer answer(ReceiptApi api, byte[] question) throws IOException {
        Answer answer = api.exchange(question);
        if (answer.code() != OK) {
            throw api.refused("The question", answer);
        }
        return answer;
    }
}
