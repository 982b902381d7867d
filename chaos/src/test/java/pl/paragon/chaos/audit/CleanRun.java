package pl.paragon.chaos.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import pl.paragon.chaos.load.ClientJob;
import pl.paragon.chaos.load.Sample;
import pl.paragon.chaos.load.Upload;
import pl.paragon.chaos.mischief.Death;
import pl.paragon.chaos.server.Tables;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.testsupport.hostile.HostileFile;

/** What is found after a run in which everything is right, to be spoilt by a test. */
final class CleanRun {

    static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    final Map<String, List<JobEvent>> events = new HashMap<>();
    final List<String> deadLetters = new ArrayList<>();
    final Map<String, Long> backlog = new TreeMap<>();
    final Map<String, Tables.Outcome> outcomes = new HashMap<>();
    final Map<String, List<String>> receipts = new HashMap<>();
    final Map<String, List<String>> shown = new HashMap<>();
    final Map<String, Map<String, String>> facts = new HashMap<>();
    final Map<String, List<String>> files = new TreeMap<>();
    final List<String> incoming = new ArrayList<>();
    final List<Death> deaths = new ArrayList<>();
    final List<String> unexplained = new ArrayList<>();
    private final List<Upload> uploads = new ArrayList<>();
    private final List<ClientJob> jobs = new ArrayList<>();

    Evidence evidence() {
        return new Evidence(
                uploads,
                jobs,
                events,
                deadLetters,
                backlog,
                outcomes,
                receipts,
                shown,
                facts,
                files,
                incoming,
                deaths,
                unexplained);
    }

    ClientJob saved() {
        UUID receipt = UUID.randomUUID();
        ClientJob job = accepted(new Sample.Receipt(Sample.Paper.TEXT_PDF));
        end(job, new JobEnded.Saved(receipt), new Tables.Outcome("saved", receipt.toString(), 0, null), "SUCCESS");
        receipts.put(job.id(), List.of(receipt.toString()));
        files.put(job.id(), List.of("analysis.json", "text.json", "upload"));
        return job;
    }

    ClientJob cancelled() {
        ClientJob job = cancelledUnasked();
        job.cancelIsAsked();
        return job;
    }

    ClientJob cancelledUnasked() {
        ClientJob job = accepted(new Sample.Receipt(Sample.Paper.PICTURE));
        end(job, new JobEnded.Cancelled(), new Tables.Outcome("cancelled", null, 0, null), "REVOKED");
        return job;
    }

    ClientJob failedHostile() {
        HostileFile file =
                HostileFile.refused("bomb.pdf", "application/pdf", () -> new byte[0], ErrorCode.PDF_TOO_COMPLEX);
        ClientJob job = accepted(new Sample.Hostile(file));
        files.put(job.id(), List.of("upload"));
        failed(job, ErrorCode.PDF_TOO_COMPLEX, 1);
        return job;
    }

    void failed(ClientJob job, ErrorCode code, int attempts) {
        end(
                job,
                new JobEnded.Failed(Stage.OCR, attempts, JobError.of(code)),
                new Tables.Outcome("failed", null, attempts, code.name()),
                "FAILURE");
        receipts.remove(job.id());
    }

    void refused(String filename, int code) {
        Sample sample = sample(new Sample.Receipt(Sample.Paper.TEXT_PDF));
        uploads.add(new Upload(sample, filename, NOON, new Upload.Refused(code, "")));
    }

    void publish(ClientJob job, JobEvent event) {
        events.computeIfAbsent(job.id(), id -> new ArrayList<>()).add(event);
    }

    void shownToItsClient(ClientJob job, String status) {
        job.shown(status, !status.equals("PROGRESS"));
    }

    JobId id(ClientJob job) {
        return JobId.of(job.id());
    }

    String fileOf(ClientJob job) {
        return job.sample().file().getFileName().toString();
    }

    String receiptOf(ClientJob job) {
        return outcomes.get(job.id()).receipt();
    }

    ReceiptSubmitted submission(ClientJob job) {
        FileReference file = new FileReference(job.id() + "/upload", "application/pdf", 1, "0".repeat(64));
        return new ReceiptSubmitted(id(job), NOON, new Submission(fileOf(job), file, null, Submission.ANONYMOUS, NOON));
    }

    private ClientJob accepted(Sample.Nature nature) {
        Sample sample = sample(nature);
        ClientJob job = new ClientJob(UUID.randomUUID().toString(), sample, NOON);
        jobs.add(job);
        uploads.add(new Upload(sample, fileOf(job), NOON, new Upload.Accepted(job.id())));
        publish(job, submission(job));
        return job;
    }

    private void end(ClientJob job, JobEnded.Outcome outcome, Tables.Outcome row, String status) {
        events.get(job.id()).removeIf(JobEnded.class::isInstance);
        publish(job, new JobEnded(id(job), NOON.plusSeconds(10), outcome));
        outcomes.put(job.id(), row);
        shown.put(job.id(), List.of(status, status));
        facts.put(job.id(), Map.of("ended", "{\"outcome\":{\"kind\":\"%s\"}}".formatted(row.outcome())));
    }

    private Sample sample(Sample.Nature nature) {
        int number = uploads.size() + 1;
        return new Sample(number, Path.of("chaos-%04d.pdf".formatted(number)), nature, Duration.ZERO, Optional.empty());
    }
}
