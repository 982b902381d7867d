package pl.paragon.api.idempotency;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import pl.paragon.api.redis.SharedRedis;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;

/**
 * The keys in Redis: {@code paragon:idempotency:<digest>}, a hash of job, submission and whether it was accepted, and
 * {@code paragon:idempotency:<digest>:lease}, which holds the attempt under way.
 */
@ApplicationScoped
class RedisIdempotencyKeys implements IdempotencyKeys {

    private static final String KEY = "paragon:idempotency:";

    /**
     * How long a job may be submitted once more if its gateway died: half of the day after which persistence-worker
     * deletes the files of jobs that were never accepted.
     */
    private static final Duration UNFINISHED = Duration.ofHours(12);

    /** ARGV: attempt, lease. Answers job, submission and accepted, each possibly nil; or 'in flight'. */
    private static final String CLAIM = """
            local known = redis.call('HMGET', KEYS[1], 'job', 'submission', 'accepted')
            if known[3] then return known end
            if not redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return 'in flight' end
            return known
            """;

    /** ARGV: attempt, lease, submission, retention. */
    private static final String BEGIN = """
            if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
            redis.call('HSET', KEYS[1], 'job', ARGV[1], 'submission', ARGV[3])
            redis.call('PEXPIRE', KEYS[1], ARGV[4])
            redis.call('PEXPIRE', KEYS[2], ARGV[2])
            return 1
            """;

    /** ARGV: attempt, retention. */
    private static final String ACCEPTED = """
            if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
            redis.call('HSET', KEYS[1], 'accepted', '1')
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            redis.call('DEL', KEYS[2])
            return 1
            """;

    /** ARGV: attempt. */
    private static final String RELEASE = """
            if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
            redis.call('DEL', KEYS[2])
            if redis.call('HGET', KEYS[1], 'job') == ARGV[1] then redis.call('DEL', KEYS[1]) end
            return 1
            """;

    private final SharedRedis redis;
    private final String lease;
    private final String retention;

    RedisIdempotencyKeys(Redis redis, IdempotencyConfig config) {
        this.redis = new SharedRedis(redis, config.timeout());
        this.lease = String.valueOf(config.lease().toMillis());
        this.retention = String.valueOf(config.retention().toMillis());
    }

    @Override
    public Claim claim(Attempt attempt) {
        Response answer = redis.send(script(CLAIM, attempt).arg(lease));
        if (answer.type() != ResponseType.MULTI) {
            return new InFlight();
        }
        if (answer.get(0) == null) {
            return new Claimed(Optional.empty());
        }
        KeyedUpload earlier = new KeyedUpload(
                JobId.of(answer.get(0).toString()),
                Json.read(answer.get(1).toBytes(), Submission.class),
                answer.get(2) != null);
        return earlier.accepted() ? new Repeated(earlier) : new Claimed(Optional.of(earlier));
    }

    @Override
    public boolean begin(Attempt attempt, Submission submission) {
        return done(script(BEGIN, attempt)
                .arg(lease)
                .arg(Json.writeText(submission))
                .arg(String.valueOf(UNFINISHED.toMillis())));
    }

    @Override
    public void accepted(Attempt attempt) {
        redis.send(script(ACCEPTED, attempt).arg(retention));
    }

    @Override
    public boolean release(Attempt attempt) {
        return done(script(RELEASE, attempt));
    }

    private boolean done(Request script) {
        return redis.send(script).toInteger() == 1;
    }

    private static Request script(String script, Attempt attempt) {
        String key = KEY + attempt.key().digest(attempt.owner());
        return Request.cmd(Command.EVAL)
                .arg(script)
                .arg(2)
                .arg(key)
                .arg(key + ":lease")
                .arg(attempt.job().toString());
    }
}
