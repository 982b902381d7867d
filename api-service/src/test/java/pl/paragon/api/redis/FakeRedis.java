package pl.paragon.api.redis;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whoever asks for a connection, or sends a command, gets what the test prepared, or waits for ever. */
public final class FakeRedis implements Redis {

    public final List<Promise<RedisConnection>> asked = new CopyOnWriteArrayList<>();
    public final Deque<Future<RedisConnection>> prepared = new ConcurrentLinkedDeque<>();

    @Override
    public Future<RedisConnection> connect() {
        Promise<RedisConnection> connection = Promise.promise();
        asked.add(connection);
        if (!prepared.isEmpty()) {
            prepared.remove().onComplete(connection);
        }
        return connection.future();
    }

    @Override
    public void close() {}

    @Override
    public Future<Response> send(Request command) {
        throw new UnsupportedOperationException("this would wait for a connection");
    }

    @Override
    public Future<List<Response>> batch(List<Request> commands) {
        throw new UnsupportedOperationException("this would wait for a connection");
    }

    public static final class Connection implements RedisConnection {

        public final Deque<Future<Response>> answers = new ConcurrentLinkedDeque<>();
        public volatile boolean closed;
        int sent;
        private Handler<Void> onEnd = end -> {};

        /** Redis closes it. */
        void end() {
            onEnd.handle(null);
        }

        @Override
        public Future<Response> send(Request command) {
            sent++;
            return answers.isEmpty() ? Promise.<Response>promise().future() : answers.remove();
        }

        @Override
        public Future<List<Response>> batch(List<Request> commands) {
            return send(commands.getFirst()).map(List::of);
        }

        @Override
        public Future<Void> close() {
            closed = true;
            return Future.succeededFuture();
        }

        @Override
        public RedisConnection endHandler(Handler<Void> handler) {
            onEnd = handler;
            return this;
        }

        @Override
        public RedisConnection exceptionHandler(Handler<Throwable> handler) {
            return this;
        }

        @Override
        public RedisConnection handler(Handler<Response> handler) {
            return this;
        }

        @Override
        public RedisConnection pause() {
            return this;
        }

        @Override
        public RedisConnection resume() {
            return this;
        }

        @Override
        public RedisConnection fetch(long amount) {
            return this;
        }

        @Override
        public boolean pendingQueueFull() {
            return false;
        }
    }
}
