package pl.paragon.api.board;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pl.paragon.api.feed.RedisJobFeed;
import pl.paragon.api.redis.RedisUnavailableException;
import pl.paragon.api.redis.SharedRedis;
import pl.paragon.api.status.Fact;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;

/**
 * The facts in Redis: a hash {@code paragon:job:<id>} per job with a field per fact, a hash
 * {@code paragon:projection:positions} with the position of each partition, and {@code paragon:projection:catching-up}
 * and {@code paragon:projection:rebuilding} with the partitions whose latest, or all, facts are yet to come. What
 * writes several keys runs as one script, so it needs one Redis primary, not a cluster. A finished job takes less than
 * 1 kB of Redis's memory ({@code benchmarks/run status}).
 */
@ApplicationScoped
class RedisFactStore implements FactStore {

    private static final String JOB_KEY = "paragon:job:";

    static final String POSITIONS = "paragon:projection:positions";
    static final String CATCHING_UP = "paragon:projection:catching-up";
    private static final String PROBE = "paragon:projection:probe";
    static final String REBUILDING = "paragon:projection:rebuilding";

    /**
     * {@link Fact#lasting} as a script, since two gateways may add to one job at the same time. A fact that would
     * not last is no change, like one that was delivered twice; nor is the result of a job that ended without one. A
     * job is rewritten rather than its fields deleted: a hash table does not shrink.
     */
    private static final String ADD_FACT = """
            local always = {submitted = true, result = true, ended = true, deleted = true}
            local function read(job)
              local deleted, ended, result = unpack(redis.call('HMGET', job, 'deleted', 'ended', 'result'))
              local over = ended and (result or not string.find(ended, '"kind":"saved"', 1, true))
              return deleted, over and ended, result
            end
            local function rewrite(job, ttl, lasting)
              if redis.call('HLEN', job) * 2 == #lasting then return end
              redis.call('DEL', job)
              redis.call('HSET', job, unpack(lasting))
              redis.call('EXPIRE', job, ttl)
            end
            local function forget(job, ttl)
              local deleted, ended, result = read(job)
              if deleted then
                rewrite(job, ttl, {'deleted', deleted})
              elseif ended then
                local submitted = redis.call('HGET', job, 'submitted')
                local lasting = {'ended', ended}
                if result then table.insert(lasting, 'result'); table.insert(lasting, result) end
                if submitted then table.insert(lasting, 'submitted'); table.insert(lasting, submitted) end
                rewrite(job, ttl, lasting)
              end
            end
            local function addFact(job, name, fact, ttl)
              local deleted, ended = read(job)
              local late = deleted or ended and not always[name]
              if not late and redis.call('HSETNX', job, name, fact) == 1 then
                if not ended or name ~= 'result' then noteChange(job) end
                forget(job, ttl)
              end
              redis.call('EXPIRE', job, ttl)
            end
            """;

    private static final String NOTE_AND_ADD =
            RedisChangedJobs.NOTE.replace("JOB_KEY", JOB_KEY).replace("CHANNEL", RedisJobFeed.CHANNEL) + ADD_FACT;

    /** ARGV: ttl, fact name, fact. A gateway tells of an upload, or a deletion, before the projector does. */
    private static final String ADD = NOTE_AND_ADD + """
            addFact(KEYS[1], ARGV[2], ARGV[3], ARGV[1])
            publishChanges(ARGV[1])
            """;

    /**
     * ARGV: ttl, n, then n times (partition, expected, next, caught up), then any number of (job key, fact name, fact).
     * The ids of jobs with new facts are published, and noted for their owners, in the same script, so whoever is
     * notified sees the facts. If there are none, since an upload is told of before, it is published that the positions
     * moved.
     */
    private static final String APPEND =
            NOTE_AND_ADD + """
            local n = tonumber(ARGV[2])
            for i = 0, n - 1 do
              if redis.call('HGET', KEYS[1], ARGV[3 + 4 * i]) ~= ARGV[4 + 4 * i] then return 0 end
            end
            for i = 3 + 4 * n, #ARGV, 3 do
              addFact(ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[1])
            end
            publishChanges(ARGV[1])
            for i = 0, n - 1 do
              redis.call('HSET', KEYS[1], ARGV[3 + 4 * i], ARGV[5 + 4 * i])
              if ARGV[6 + 4 * i] == '1' then
                redis.call('HDEL', KEYS[2], ARGV[3 + 4 * i])
                redis.call('HDEL', KEYS[3], ARGV[3 + 4 * i])
              end
            end
            if #ids == 0 then redis.call('PUBLISH', 'CHANNEL', 'MOVED') end
            return 1
            """.replace("CHANNEL", RedisJobFeed.CHANNEL).replace("MOVED", RedisJobFeed.MOVED);

    /** ARGV: any number of (partition, position, lag). */
    private static final String BEGIN = """
            for i = 1, #ARGV, 3 do
              redis.call('HSETNX', KEYS[1], ARGV[i], ARGV[i + 1])
              if ARGV[i + 2] == 'NONE' then
                redis.call('HDEL', KEYS[2], ARGV[i])
                redis.call('HDEL', KEYS[3], ARGV[i])
              else
                redis.call('HSET', KEYS[2], ARGV[i], '1')
              end
              if ARGV[i + 2] == 'ALL' then redis.call('HSET', KEYS[3], ARGV[i], '1') end
            end
            return 1
            """;

    private final SharedRedis redis;
    private final String ttlSeconds;

    RedisFactStore(Redis redis, StatusConfig config) {
        this.redis = new SharedRedis(redis, config.timeout());
        this.ttlSeconds = String.valueOf(config.retention().toSeconds());
    }

    @Override
    public void add(JobFact fact) {
        String key = key(fact.job());
        send(Request.cmd(Command.EVAL)
                .arg(ADD)
                .arg(1)
                .arg(key)
                .arg(ttlSeconds)
                .arg(fact.fact().name())
                .arg(Json.writeText(fact.fact())));
    }

    @Override
    public void remove(JobId job) {
        send(Request.cmd(Command.DEL).arg(key(job)));
    }

    @Override
    public Known of(JobId job) {
        // In this order: facts that are read after the rebuilding are all there.
        List<Response> answers = available(() -> redis.batch(List.of(
                Request.cmd(Command.EXISTS).arg(REBUILDING),
                Request.cmd(Command.HGETALL).arg(key(job)))));
        List<Fact> facts = new ArrayList<>();
        fields(answers.get(1)).forEach((name, fact) -> facts.add(Json.read(fact, Fact.class)));
        return new Known(facts, answers.get(0).toInteger() == 1);
    }

    @Override
    public Coverage coverage() {
        Map<String, Long> positions = new HashMap<>();
        hash(POSITIONS).forEach((partition, position) -> positions.put(partition, Long.valueOf(new String(position))));
        return new Coverage(positions, new HashSet<>(hash(CATCHING_UP).keySet()));
    }

    @Override
    public void begin(List<Start> starts) {
        Request script = projection(BEGIN);
        starts.forEach(start -> script.arg(start.partition())
                .arg(start.position())
                .arg(start.lag().name()));
        send(script);
    }

    @Override
    public boolean append(List<JobFact> facts, List<Advance> advances) {
        Request script = projection(APPEND).arg(ttlSeconds).arg(advances.size());
        advances.forEach(advance -> script.arg(advance.partition())
                .arg(advance.expected())
                .arg(advance.next())
                .arg(advance.caughtUp() ? "1" : "0"));
        facts.forEach(
                fact -> script.arg(key(fact.job())).arg(fact.fact().name()).arg(Json.writeText(fact.fact())));
        return send(script).toInteger() == 1;
    }

    @Override
    public void requireWritable() {
        send(Request.cmd(Command.SET).arg(PROBE).arg("1").arg("EX").arg(60));
    }

    private static Request projection(String script) {
        return Request.cmd(Command.EVAL)
                .arg(script)
                .arg(3)
                .arg(POSITIONS)
                .arg(CATCHING_UP)
                .arg(REBUILDING);
    }

    private static String key(JobId job) {
        return JOB_KEY + job;
    }

    private Map<String, byte[]> hash(String key) {
        return fields(send(Request.cmd(Command.HGETALL).arg(key)));
    }

    private static Map<String, byte[]> fields(Response hash) {
        Map<String, byte[]> fields = HashMap.newHashMap(hash.size());
        for (String field : hash.getKeys()) {
            fields.put(field, hash.get(field).toBytes());
        }
        return fields;
    }

    private Response send(Request request) {
        return available(() -> redis.send(request));
    }

    private static <T> T available(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (RedisUnavailableException e) {
            throw StatusUnavailableException.unreachable(e.getMessage(), e);
        }
    }
}
