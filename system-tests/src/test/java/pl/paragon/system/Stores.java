package pl.paragon.system;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pl.paragon.running.RunningParagon;

/** Reads PostgreSQL and Redis directly, beside the services. */
final class Stores implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Redis redis;
    private final String jdbcUrl;

    Stores(RunningParagon paragon) {
        this.redis = Redis.createClient(vertx, paragon.ports().redisUrl());
        this.jdbcUrl = paragon.ports().jdbcUrl();
    }

    /** The facts of a job as the projector keeps them. */
    Map<String, String> hash(String job) {
        Response response = redis.send(Request.cmd(Command.HGETALL).arg("paragon:job:" + job))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Map<String, String> facts = new TreeMap<>();
        response.getKeys().forEach(key -> facts.put(key, response.get(key).toString()));
        return facts;
    }

    List<Map<String, Object>> rows(String sql, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "paragon", "paragon");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return read(statement.executeQuery());
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static List<Map<String, Object>> read(ResultSet result) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                row.put(result.getMetaData().getColumnLabel(column), result.getObject(column));
            }
            rows.add(row);
        }
        return rows;
    }
}
