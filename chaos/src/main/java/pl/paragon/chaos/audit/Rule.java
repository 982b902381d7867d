package pl.paragon.chaos.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.paragon.chaos.load.ClientJob;
import pl.paragon.chaos.load.Sample;
import pl.paragon.chaos.load.Upload;
import pl.paragon.chaos.server.Tables;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.servers.process.Signal;

/** What Paragon promises, one promise each. */
public enum Rule {
    ACCEPTED_IS_KNOWN(
            "an upload that was answered 202 is in the broker, and no gateway ever denies or takes back a job") {
        @Override
        public Stream<Violation> broken(Evidence evidence) {
            Stream<Violation> lost = evidence.jobs().stream()
                    .filter(job ->
                            evidence.events(job.id(), ReceiptSubmitted.class).isEmpty())
                    .map(job -> violation(evidence, job, "there is no receipt-submitted"));
            Stream<Violation> denied = evidence.jobs().stream()
                    .flatMap(job -> job.surprises().stream().map(what -> violation(evidence, job, what)));
            return Stream.concat(lost, denied);
        }
    },

    HAS_ONE_END("every job has one end, and job-ended says what the arbiter's row says, however often") {
        @Override
        public Stream<Violation> broken(Evidence evidence) {
            Stream<String> accepted = evidence.jobs().stream().map(ClientJob::id);
            return Stream.concat(accepted, evidence.known()).distinct().flatMap(job -> {
                List<JobEnded> told =
                        evidence.events(job, JobEnded.class).stream().distinct().toList();
                Optional<Tables.Outcome> row = evidence.outcome(job);
                if (row.isEmpty()) {
                    return Stream.of(violation(evidence, job, "no row in job_outcome; job-ended: " + told));
                }
                if (told.size() != 1
                        || !Evidence.outcome(told.getFirst()).equals(row.get().outcome())) {
                    return Stream.of(violation(evidence, job, "job_outcome: " + row.get() + "; job-ended: " + told));
                }
                return Stream.empty();
            });
        }
    },

    IS_SHOWN_AS_DECIDED("every gateway, Redis and the client's last answer show the end that the arbiter decided") {
        @Override
        public Stream<Violation> broken(Evidence evidence) {
            return evidence.jobs().stream().flatMap(job -> {
                if (evidence.outcome(job.id()).isEmpty()) {
                    return Stream.empty(); // another rule's business
                }
                String outcome = evidence.outcome(job.id()).get().outcome();
                String decided = shown(outcome);
                Stream<String> gateways = evidence.shown().getOrDefault(job.id(), List.of()).stream()
                        .filter(shown -> !shown.equals(decided))
                        .map(shown -> "a gateway shows " + shown);
                Stream<String> client = job.end().stream()
                        .filter(shown -> !shown.equals(decided))
                        .map(shown -> "its client was shown " + shown);
                Stream<String> redis = Stream.of(evidence.facts().getOrDefault(job.id(), Map.of()))
                        .filter(facts -> !facts.getOrDefault("ended", "").contains("\"kind\":\"" + outcome + "\""))
                        .map(facts -> "in Redis are " + facts);
                return Stream.of(gateways, client, redis)
                        .flatMap(found -> found)
                        .map(found -> violation(evidence, job, found + "; the arbiter decided " + decided));
            });
        }
    },

    IS_SAVED_ONCE("there is one receipt for each job that was saved, and none for any other") {
        @Override
        public Stream<Violation> broken(Evidence evidence) {
            Set<String> jobs = new HashSet<>(evidence.outcomes().keySet());
            jobs.addAll(evidence.receipts().keySet());
            return jobs.stream()
                    .filter(job -> {
                        List<String> expected = evidence.outcome(job)
                                .filter(row -> row.outcome().equals("saved"))
                                .map(row -> List.of(row.receipt()))
                                .orElse(List.of());
                        return !expected.equals(evidence.receipts().getOrDefault(job, List.of()));
                    })
                    .map(job -> violation(
                            evidence,
                            job,
                            "receipts %s; job_outcome: %s"
                                    .formatted(
                                            evidence.receipts().getOrDefault(job, List.of()), evidence.outcome(job))));
        }
    },

    IS_CANCELLED_IF_ASKED("only a job that somebody cancelled ends as cancelled") {
        @Override
        public Stream<Violation> broken(Evidence evidence) {
            Set<String> asked = evidence.jobs().stream()
                    .filter(ClientJob::cancelAsked)
                    .map(ClientJob::id)
                    .collect(Collectors.toSet());
            return cancelled(evidence)
                    .filter(job -> !asked.contains(job))
                    .map(job -> violation(evidence, job, "ended as cancelled, and nobody asked for it"));
        }
    },

    LEAVES_NOTHING_IF_CANCELLED("of a cancelled job neither a file nor a receipt remains") {
        @Override
        public Stream<Violation> broken(Evidence evidence) {
            return cancelled(evidence)
                    .flatMap(job -> Stream.concat(
                            Stream.ofNullable(evidence.files().get(job))
                                    .map(files -> violation(
                                            evidence, job, "cancelled, and its files are still there: " + files)),
                            evidence.receipts().getOrDefault(job, List.of()).stream()
                                    .map(receipt ->
                                            violation(evidence, job, "cancelled, and saved as receipt " + receipt))));
        }
    },

    HAS_NO_STRAY_FILES("every file belongs to a job, nothing is half written, and no start is left marked") {
        @Override
        public Stream<Violation> broken(Evidence evidence) {
            Set<String> known = evidence.known().collect(Collectors.toSet());
            Stream<Violation> owners = evidence.files().entrySet().stream()
                    .filter(job -> !known.contains(job.getKey()))
                    .map(job -> violation(evidence, job.getKey(), "files of no job: " + job.getValue()));
            Stream<Violation> marks = evidence.files().entrySet().stream()
                    .filter(job -> job.getValue().stream().anyMatch(file -> file.startsWith("unfinished-")))
                    .map(job -> violation(evidence, job.getKey(), "a start that never ended: " + job.getValue()));
            Stream<Violation> half = evidence.incoming().stream()
                    .map(file -> new Violation(this, Optional.empty(), file, "half a file in incoming/"));
            return Stream.of(owners, marks, half).flatMap(found -> found);
        }
    },

    LEAVES_NOTHING_IF_REFUSED(
            "of a refused upload nothing remains: no file, no receipt, and no job but one that failed for want of its file") {
        @Override
        public Stream<Violation> broken(Evidence evidence) {
            Set<String> refused = evidence.uploads().stream()
                    .filter(upload -> upload.result() instanceof Upload.Refused)
                    .map(Upload::filename)
                    .collect(Collectors.toSet());
            return evidence.known()
                    .filter(job -> refused.contains(evidence.file(job)))
                    .filter(job -> evidence.files().containsKey(job)
                            || evidence.receipts().containsKey(job)
                            || evidence.outcome(job)
                                    .filter(row -> ErrorCode.FILE_MISSING.name().equals(row.errorCode()))
                                    .isEmpty())
                    .map(job -> violation(
                            evidence,
                            job,
                            "its upload was refused; files %s, receipts %s, job_outcome %s"
                                    .formatted(
                                            evidence.files().get(job),
                                            evidence.receipts().get(job),
                                            evidence.outcome(job))));
        }
    },

    IS_REFUSED_WITH_REASON(
            "an upload is refused because of its file (4xx), or because something is away (429, 503, 507)") {
        @Override
        public Stream<Violation> broken(Evidence evidence) {
            return evidence.uploads().stream()
                    .filter(upload -> upload.result() instanceof Upload.Refused(var code, var error)
                            && !mayBeRefused(upload.sample(), code))
                    .map(upload -> new Violation(
                            this, Optional.empty(), upload.filename(), upload.result() + " at " + upload.at()));
        }
    },

    ENDS_AS_ITS_FILE_DESERVES(
            "a receipt is read and a hostile file ends with its reason, unless it was cancelled or its worker was killed at every attempt") {
        @Override
        public Stream<Violation> broken(Evidence evidence) {
            return evidence.jobs().stream()
                    .flatMap(job -> evidence
                            .outcome(job.id())
                            .filter(row -> !row.outcome().equals("cancelled"))
                            .filter(row -> !deserved(job.sample().nature(), row))
                            .map(row -> violation(evidence, job, "job_outcome: " + row))
                            .stream());
        }
    },

    IS_NOT_CHARGED_FOR_A_STOP(
            "an attempt is lost only with a worker that was killed: neither an orderly stop nor an outage costs one") {
        @Override
        public Stream<Violation> broken(Evidence evidence) {
            return new Attempts(evidence).unexplained();
        }
    },

    STOPS_IN_ORDER("a service that gets SIGTERM ends by itself, and none ends unasked") {
        @Override
        public Stream<Violation> broken(Evidence evidence) {
            Stream<Violation> forced = evidence.deaths().stream()
                    .filter(death -> death.signal() == Signal.TERM && !death.inOrder())
                    .map(death -> new Violation(this, Optional.empty(), death.name(), death.toString()));
            Stream<Violation> unasked =
                    evidence.unexplained().stream().map(what -> new Violation(this, Optional.empty(), "service", what));
            return Stream.concat(forced, unasked);
        }
    },

    LEAVES_NO_RECORD_BEHIND("every record is acknowledged, and none is dead-lettered, since all can be read") {
        @Override
        public Stream<Violation> broken(Evidence evidence) {
            Stream<Violation> letters = evidence.deadLetters().stream()
                    .map(letter -> new Violation(this, Optional.empty(), "dead letter", letter));
            Stream<Violation> backlog = evidence.backlog().entrySet().stream()
                    .map(group -> new Violation(
                            this, Optional.empty(), "group " + group.getKey(), group.getValue() + " unacknowledged"));
            return Stream.concat(letters, backlog);
        }
    };

    /** One and the three retries that are the default. */
    private static final int MOST_ATTEMPTS = 4;

    private final String reason;

    Rule(String reason) {
        this.reason = reason;
    }

    /** What it promises, as a sentence without its end. */
    public String reason() {
        return reason;
    }

    /** Its name as a sentence, e.g. {@code has one end}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Where it does not hold. */
    public abstract Stream<Violation> broken(Evidence evidence);

    Violation violation(Evidence evidence, String job, String found) {
        return new Violation(this, Optional.of(job), evidence.file(job), found);
    }

    Violation violation(Evidence evidence, ClientJob job, String found) {
        return violation(evidence, job.id(), found);
    }

    private static Stream<String> cancelled(Evidence evidence) {
        return evidence.outcomes().entrySet().stream()
                .filter(job -> job.getValue().outcome().equals("cancelled"))
                .map(Map.Entry::getKey);
    }

    private static String shown(String outcome) {
        return switch (outcome) {
            case "saved" -> "SUCCESS";
            case "failed" -> "FAILURE";
            case "cancelled" -> "REVOKED";
            default -> outcome;
        };
    }

    private static boolean mayBeRefused(Sample sample, int code) {
        return switch (code) {
            case 429, 503, 507 -> true;
            default -> sample.nature() instanceof Sample.Hostile && code >= 400 && code < 500;
        };
    }

    private static boolean deserved(Sample.Nature nature, Tables.Outcome row) {
        boolean unlucky = ErrorCode.WORKER_CRASHED.name().equals(row.errorCode()) && row.attempts() >= MOST_ATTEMPTS;
        return unlucky
                || switch (nature) {
                    case Sample.Receipt receipt -> row.outcome().equals("saved");
                    // With which code exactly is for the OCR worker's own tests to say: here it is the file's fault.
                    case Sample.Hostile(var file) ->
                        row.outcome().equals("saved")
                                ? file.mayBeRead()
                                : ErrorCode.valueOf(row.errorCode()).type() == ErrorType.DOCUMENT;
                };
    }
}
