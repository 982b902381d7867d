package pl.paragon.benchmarks.forecasts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A job and what its status has told so far. */
final class Followed {

    /** A forecast, and when it was told. */
    private record Said(Instant at, String state, JsonNode status) {}

    private final String job;
    private final List<Said> said = new ArrayList<>();
    private int without;
    private Instant ended;

    Followed(String job) {
        this.job = job;
    }

    String job() {
        return job;
    }

    boolean hasEnded() {
        return ended != null;
    }

    /** How often its status told no forecast before its end. */
    int without() {
        return without;
    }

    void told(JsonNode status, Instant at) {
        if (status.has("eta_seconds")) {
            said.add(new Said(at, state(status), status));
        } else {
            without++;
        }
    }

    void ended(Instant at) {
        ended = at;
    }

    Stream<Told> forecasts() {
        return said.stream()
                .map(forecast -> Told.of(
                        forecast.state,
                        forecast.status.path("eta_seconds").asLong(),
                        forecast.status.path("eta_interval_seconds").path(0).asLong(),
                        forecast.status.path("eta_interval_seconds").path(1).asLong(),
                        Duration.between(forecast.at, ended)));
    }

    private static String state(JsonNode status) {
        String word = status.path("status").asText();
        return status.has("step") ? word + " " + status.path("step").asText() : word;
    }
}
