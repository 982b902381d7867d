package pl.paragon.api.board;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import pl.paragon.api.feed.OwnerTag;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.redis.RedisUnavailableException;
import pl.paragon.api.redis.SharedRedis;
import pl.paragon.contracts.job.JobId;

/**
 * A sorted set {@code paragon:changed:<owner>} per owner: the ids of its jobs by the version of their latest change.
 * {@link #NOTE} writes it, in the scripts that write the facts.
 */
@ApplicationScoped
class RedisChangedJobs implements ChangedJobs {

    private static final String KEY = "paragon:changed:";

    /**
     * How many jobs of one owner are remembered: about a megabyte. Whoever is further behind than that misses states in
     * between, and has to ask for the status of its jobs.
     */
    private static final int MOST = 10_000;

    /**
     * {@code noteChange} remembers that a job has a new fact; it has to run before the job's submission may be
     * forgotten. {@code publishChanges} gives each noted job its owner's next version, and publishes the ids and the
     * owners. A job whose submission is not there yet has no owner: it is noted once that comes.
     */
    static final String NOTE = """
            local noted, ids, ownerOf = {}, {}, {}
            local function noteChange(key)
              local id = string.sub(key, #'JOB_KEY' + 1)
              if not noted[id] then
                noted[id] = true
                ids[#ids + 1] = id
              end
              if ownerOf[id] then return end
              local submitted = redis.call('HGET', key, 'submitted')
              local owner = submitted and cjson.decode(submitted)['submitter']
              if type(owner) == 'string' then ownerOf[id] = redis.sha1hex(owner) end
            end
            local function publishChanges(ttl)
              if #ids == 0 then return end
              local words, latest = {}, {}
              local time = redis.call('TIME')
              local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
              for _, id in ipairs(ids) do
                words[#words + 1] = id
                local owner = ownerOf[id]
                if owner then
                  local index = 'INDEX' .. owner
                  if not latest[owner] then
                    local top = redis.call('ZREVRANGE', index, 0, 0, 'WITHSCORES')
                    latest[owner] = math.max(now - 1, tonumber(top[2] or 0))
                  end
                  latest[owner] = latest[owner] + 1
                  redis.call('ZADD', index, string.format('%.0f', latest[owner]), id)
                end
              end
              for owner in pairs(latest) do
                redis.call('ZREMRANGEBYRANK', 'INDEX' .. owner, 0, -(MOST + 1))
                redis.call('EXPIRE', 'INDEX' .. owner, ttl)
                words[#words + 1] = '@' .. owner
              end
              redis.call('PUBLISH', 'CHANNEL', table.concat(words, ' '))
            end
            """.replace("INDEX", KEY).replace("MOST", String.valueOf(MOST));

    /** A script's answer has the same form in every version of the protocol: members and scores in turn. */
    private static final String AFTER =
            "return redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. ARGV[1], '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[2])";

    private static final String LATEST = "return redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')";

    private static final String OF = """
            local known = {}
            for _, id in ipairs(ARGV) do
              local version = redis.call('ZSCORE', KEYS[1], id)
              if version then table.insert(known, id); table.insert(known, version) end
            end
            return known
            """;

    private final SharedRedis redis;

    RedisChangedJobs(Redis redis, StatusConfig config) {
        this.redis = new SharedRedis(redis, config.timeout());
    }

    @Override
    public long latest(Submitter owner) {
        List<Change> latest = changes(script(LATEST, owner));
        return latest.isEmpty() ? NONE : latest.getFirst().version();
    }

    @Override
    public List<Change> after(Submitter owner, long version, int most) {
        return changes(script(AFTER, owner).arg(version).arg(most));
    }

    @Override
    public List<Change> of(Submitter owner, Collection<JobId> jobs) {
        Request script = script(OF, owner);
        jobs.forEach(job -> script.arg(job.toString()));
        return changes(script).stream()
                .sorted(Comparator.comparingLong(Change::version))
                .toList();
    }

    private static Request script(String script, Submitter owner) {
        return Request.cmd(Command.EVAL)
                .arg(script)
                .arg(1)
                .arg(KEY + OwnerTag.of(owner).sha1());
    }

    private List<Change> changes(Request request) {
        Response answer;
        try {
            answer = redis.send(request);
        } catch (RedisUnavailableException e) {
            throw StatusUnavailableException.unreachable(e.getMessage(), e);
        }
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i + 1 < answer.size(); i += 2) {
            JobId job = JobId.of(answer.get(i).toString());
            changes.add(new Change(job, Long.parseLong(answer.get(i + 1).toString())));
        }
        return changes;
    }
}
