package pl.paragon.chaos.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pl.paragon.chaos.load.ClientJob;
import pl.paragon.chaos.load.Upload;
import pl.paragon.chaos.mischief.Death;
import pl.paragon.chaos.server.Tables;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.ReceiptSubmitted;

/**
 * All that can be found out about a run.
 *
 * @param uploads all of them
 * @param jobs the accepted ones, as their clients saw them
 * @param events by job, copies included
 * @param deadLetters where they lie
 * @param backlog unacknowledged records by group
 * @param outcomes the arbiter's rows, by job
 * @param receipts the ids of saved receipts, by job
 * @param shown what each gateway answers for an accepted job: a status, or an HTTP status in brackets
 * @param facts the names and JSON of the facts in Redis, by accepted job
 * @param files the paths in each job's folder
 * @param incoming half files
 * @param deaths the services that were ended on purpose
 * @param unexplained those that ended otherwise
 */
public record Evidence(
        List<Upload> uploads,
        List<ClientJob> jobs,
        Map<String, List<JobEvent>> events,
        List<String> deadLetters,
        Map<String, Long> backlog,
        Map<String, Tables.Outcome> outcomes,
        Map<String, List<String>> receipts,
        Map<String, List<String>> shown,
        Map<String, Map<String, String>> facts,
        Map<String, List<String>> files,
        List<String> incoming,
        List<Death> deaths,
        List<String> unexplained) {

    /** The events of one kind about a job. */
    <E extends JobEvent> List<E> events(String job, Class<E> kind) {
        return events.getOrDefault(job, List.of()).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    Optional<Tables.Outcome> outcome(String job) {
        return Optional.ofNullable(outcomes.get(job));
    }

    /** Every job that the broker or the arbiter knows, whatever its client was told. */
    Stream<String> known() {
        return Stream.concat(events.keySet().stream(), outcomes.keySet().stream())
                .distinct();
    }

    /** The name under which a client uploaded it; the job itself if nobody knows. */
    String file(String job) {
        return events(job, ReceiptSubmitted.class).stream()
                .map(submitted -> submitted.submission().filename())
                .findFirst()
                .or(() -> jobs.stream()
                        .filter(known -> known.id().equals(job))
                        .map(known -> known.sample().file().getFileName().toString())
                        .findFirst())
                .orElse("?");
    }

    /** The arbiter's words for what an event says. */
    static String outcome(JobEnded event) {
        return switch (event.outcome()) {
            case JobEnded.Saved saved -> "saved";
            case JobEnded.Failed failed -> "failed";
            case JobEnded.Cancelled cancelled -> "cancelled";
        };
    }
}
