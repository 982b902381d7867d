package pl.paragon.api.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import io.vertx.redis.client.impl.types.SimpleStringType;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SharedRedisTest {

    private static final Request PING = Request.cmd(Command.PING);
    private static final Response PONG = SimpleStringType.create("PONG");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final FakeRedis redis = new FakeRedis();
    private final SharedRedis patient = new SharedRedis(redis, Duration.ofMinutes(5));
    private final SharedRedis impatient = new SharedRedis(redis, Duration.ofMillis(1));

    @Test
    void shouldSendAllCommandsOverOneConnection() {
        // given
        FakeRedis.Connection connection = connection(answered(), answered());

        // then
        assertThat(patient.send(PING)).isEqualTo(PONG);
        assertThat(patient.send(PING)).isEqualTo(PONG);
        assertThat(redis.asked).hasSize(1);
        assertThat(connection.sent).isEqualTo(2);
    }

    @Test
    void shouldKeepTheConnectionIfRedisAnswersWithAnError() {
        // given
        connection(Future.failedFuture(ErrorType.create("OOM command not allowed")), answered());

        // then
        assertThatThrownBy(() -> patient.send(PING)).hasMessageContaining("OOM");
        assertThat(patient.send(PING)).isEqualTo(PONG);
        assertThat(redis.asked).hasSize(1);
    }

    @Test
    void shouldConnectAnewIfAConnectionBreaks() {
        // given
        FakeRedis.Connection broken = connection(Future.failedFuture(new IOException("Connection reset")));
        connection(answered());

        // then
        assertThatThrownBy(() -> patient.send(PING)).isInstanceOf(RedisUnavailableException.class);
        assertThat(patient.send(PING)).isEqualTo(PONG);
        assertThat(broken.closed).isTrue();
    }

    @Test
    void shouldConnectAnewIfRedisClosesTheConnection() {
        // given
        FakeRedis.Connection first = connection(answered());
        connection(answered());
        patient.send(PING);

        // when
        first.end();

        // then
        assertThat(patient.send(PING)).isEqualTo(PONG);
        assertThat(first.sent).isEqualTo(1);
    }

    @Test
    void shouldNotTryToConnectForEachCommand() {
        // given
        redis.prepared.add(Future.failedFuture(new IOException("Connection refused")));

        // when
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> patient.send(PING)).hasMessageContaining("Connection refused");
        }

        // then
        assertThat(redis.asked).hasSize(1);

        // when the pause is over
        connection(answered());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> patient.send(PING) == PONG);
        assertThat(redis.asked).hasSize(2);
    }

    @Test
    void shouldGiveAConnectionBackThatComesTooLate() {
        // given
        assertThatThrownBy(() -> impatient.send(PING)).isInstanceOf(RedisUnavailableException.class);
        await().atMost(PATIENCE).untilAsserted(() -> assertThatThrownBy(() -> impatient.send(PING))
                .hasMessageContaining("Timeout"));

        // when
        FakeRedis.Connection late = new FakeRedis.Connection();
        redis.asked.getFirst().complete(late);

        // then
        assertThat(late.closed).isTrue();
    }

    @Test
    void shouldRefuseWhatRedisCannotAnswerInTime() {
        // given a Redis that answers nothing
        connection();

        // when
        for (int i = 0; i < 1_000; i++) {
            assertThatThrownBy(() -> impatient.send(PING)).hasMessageContaining("did not answer");
        }

        // then
        assertThatThrownBy(() -> impatient.send(PING)).hasMessageContaining("Too many commands");
    }

    /** The next connection; it answers no more than this. */
    @SafeVarargs
    private FakeRedis.Connection connection(Future<Response>... answers) {
        FakeRedis.Connection connection = new FakeRedis.Connection();
        for (Future<Response> answer : answers) {
            connection.answers.add(answer);
        }
        redis.prepared.add(Future.succeededFuture(connection));
        return connection;
    }

    private static Future<Response> answered() {
        return Future.succeededFuture(PONG);
    }
}
