package pl.paragon.chaos.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Redis itself, past the gateway. Every method throws {@link AwayException} if Redis does not do as it is told. */
public final class RedisDoor implements AutoCloseable {

    private static final int ANSWER_SECONDS = 15;
    private static final String JOB = "paragon:job:";

    private final Vertx vertx = Vertx.vertx();
    private final Redis redis;

    /** @param url e.g. {@code redis://127.0.0.1:6379} */
    public RedisDoor(String url) {
        this.redis = Redis.createClient(vertx, url);
    }

    /** It forgets everything. */
    public void empty() {
        send(Request.cmd(Command.FLUSHALL));
    }

    /** From now on it refuses every write: less memory than it uses, and nothing may be evicted. */
    public void fill() {
        config("maxmemory-policy", "noeviction");
        config("maxmemory", "1");
    }

    /** It has room again. */
    public void makeRoom() {
        config("maxmemory", "0");
    }

    /** The facts that are kept of a job, by their names. */
    public Map<String, String> facts(String job) {
        Response hash = send(Request.cmd(Command.HGETALL).arg(JOB + job));
        Map<String, String> facts = new TreeMap<>();
        hash.getKeys().forEach(name -> facts.put(name, hash.get(name).toString()));
        return facts;
    }

    @Override
    public void close() {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void config(String name, String value) {
        send(Request.cmd(Command.CONFIG).arg("SET").arg(name).arg(value));
    }

    private Response send(Request request) {
        Future<Response> answer = redis.send(request);
        try {
            return answer.toCompletionStage().toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AwayException("redis", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AwayException("redis", e);
        }
    }
}
