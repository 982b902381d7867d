package pl.paragon.api.limit;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import pl.paragon.api.redis.RedisUnavailableException;
import pl.paragon.api.redis.SharedRedis;
import pl.paragon.contracts.job.JobId;

/**
 * The places that were taken through any gateway: a sorted set {@code paragon:rate-limit:<user>} of the jobs within the
 * period, by the time at which they were accepted. The time is that of Redis, so the clocks of the gateways do not
 * matter. Each method throws {@link RedisUnavailableException}.
 */
@ApplicationScoped
class RedisWindow implements Window {

    private static final String KEY = "paragon:rate-limit:";

    /** Connecting takes several round trips, and nobody waits for it: a question that comes meanwhile is given up. */
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    /** ARGV: jobs, period in milliseconds, job or nothing. Answers how many were there, and when one leaves. */
    private static final String TAKE = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
            local taken = redis.call('ZCARD', KEYS[1])
            if taken < tonumber(ARGV[1]) and ARGV[3] ~= '' then
              redis.call('ZADD', KEYS[1], now, ARGV[3])
              redis.call('PEXPIRE', KEYS[1], ARGV[2])
            end
            local leaves = math.max(0, taken - ARGV[1])
            local oldest = redis.call('ZRANGE', KEYS[1], leaves, leaves, 'WITHSCORES')
            if #oldest == 0 then return {taken, 0} end
            return {taken, oldest[2] + ARGV[2] - now}
            """;

    private final SharedRedis redis;

    RedisWindow(Redis redis, RateLimitConfig config) {
        this.redis = new SharedRedis(redis, config.timeout(), CONNECTING);
    }

    @Override
    public Answer take(LimitedUser user, Policy policy, JobId job) {
        return ask(user, policy, job.toString());
    }

    @Override
    public Answer look(LimitedUser user, Policy policy) {
        return ask(user, policy, "");
    }

    @Override
    public void giveBack(LimitedUser user, JobId job) {
        redis.send(Request.cmd(Command.ZREM).arg(key(user)).arg(job.toString()));
    }

    private Answer ask(LimitedUser user, Policy policy, String job) {
        Response answer = redis.send(Request.cmd(Command.EVAL)
                .arg(TAKE)
                .arg(1)
                .arg(key(user))
                .arg(policy.jobs())
                .arg(policy.period().toMillis())
                .arg(job));
        int taken = answer.get(0).toInteger();
        return Answer.of(
                policy,
                taken,
                !job.isEmpty() && taken < policy.jobs(),
                Duration.ofMillis(answer.get(1).toLong()));
    }

    private static String key(LimitedUser user) {
        return KEY + user.id();
    }
}
