package pl.paragon.persistence;

import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.operations.Operations;
import pl.paragon.operations.installation.ContainerInstallation;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** Failed jobs as the operator's command asks for them. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class ReplayedJobsIT extends AgainstRealServers {

    private static final byte[] UPLOAD = {4, 5, 6};

    @Test
    void shouldListAndShowAFailedJob() throws IOException {
        // given
        fail(job);
        JobId later = JobId.random();
        fail(later);

        // when
        JsonPath list = get("/internal/failed-jobs").jsonPath();
        JsonPath shown = get("/internal/failed-jobs/" + job).jsonPath();

        // then
        List<String> jobs = list.getList("failed_jobs.job_id");
        assertThat(jobs).contains(job.toString(), later.toString());
        assertThat(list.getBoolean("more")).isFalse();
        assertThat(shown.getString("failed_job.code")).isEqualTo("NOT_A_RECEIPT");
        assertThat(shown.getString("failed_job.fault")).isEqualTo("document");
        assertThat(shown.getString("failed_job.stage")).isEqualTo("analysis");
        assertThat(shown.getString("failed_job.filename")).isEqualTo("paragon.jpg");
        assertThat(shown.getBoolean("upload_kept")).isTrue();
        String last = "failed_jobs[" + (jobs.size() - 1) + "].";
        JsonPath next = get(
                        "/internal/failed-jobs?failed_at={at}&job_id={job}",
                        list.getString(last + "failed_at"),
                        list.getString(last + "job_id"))
                .jsonPath();
        assertThat(next.getList("failed_jobs")).as("after the last").isEmpty();
        assertThat(get("/internal/failed-jobs?failed_at=yesterday").statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldSubmitAFailedJobOnceMoreAsANewOneOfTheSameOwner() throws IOException {
        // given
        fail(job);

        // when
        Response replay = replay(job);

        // then
        assertThat(replay.statusCode()).isEqualTo(200);
        assertThat(replay.jsonPath().getBoolean("before")).isFalse();
        JobId as = JobId.of(replay.jsonPath().getString("replayed_as"));
        Submission submission = broker.await(as, ReceiptSubmitted.class).submission();
        assertThat(submission.submitter()).isEqualTo("anonymous");
        assertThat(submission.userId()).isEqualTo("user-7");
        assertThat(submission.filename()).isEqualTo("paragon.jpg");
        assertThat(submission.file().key()).isEqualTo(as + "/upload");
        try (InputStream copy = store.open(submission.file())) {
            assertThat(copy.readAllBytes()).isEqualTo(UPLOAD);
        }
        assertThat(database.outcomes(job)).as("the end of the failed job stays").hasSize(1);
        assertThat(get("/internal/failed-jobs/" + job).jsonPath().getString("failed_job.replayed_as"))
                .isEqualTo(as.toString());
    }

    @Test
    void shouldMakeOneJobOfAFailedOneHoweverOftenItIsReplayed() throws Exception {
        // given
        fail(job);
        JobId as = JobId.of(replay(job).jsonPath().getString("replayed_as"));
        await().atMost(Broker.PATIENCE).until(() -> !registered(as).isEmpty());

        // when
        Response again = replay(job);

        // then
        assertThat(again.jsonPath().getBoolean("before")).isTrue();
        assertThat(again.jsonPath().getString("replayed_as")).isEqualTo(as.toString());
        assertThat(broker.published(as, ReceiptSubmitted.class)).hasSize(1);
    }

    @Test
    void shouldAgreeOnOneNewJobIfSeveralReplayAtTheSameTime() throws Exception {
        // given
        fail(job);

        // when: as many as are answered at a time
        List<Callable<String>> operators = IntStream.range(0, 2)
                .<Callable<String>>mapToObj(i -> () -> replay(job).jsonPath().getString("replayed_as"))
                .toList();
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(operators.size())) {
            for (Future<String> answer : threads.invokeAll(operators)) {
                answers.add(answer.get());
            }
        }

        // then
        assertThat(answers).doesNotContainNull().allMatch(answers.getFirst()::equals);
        JobId as = JobId.of(answers.getFirst());
        assertThat(broker.await(as, ReceiptSubmitted.class, 1))
                .as("the same submission, perhaps twice")
                .allMatch(broker.published(as, ReceiptSubmitted.class).getFirst()::equals);
    }

    @Test
    void shouldAnswerTheOperatorsCommand() throws IOException {
        // given
        fail(job);
        StringWriter said = new StringWriter();
        CommandLine command = Operations.addTo(
                        new CommandLine(CommandSpec.create()),
                        new ContainerInstallation(
                                Map.of("PARAGON_PERSISTENCE_URL", RestAssured.baseURI + ":" + RestAssured.port)))
                .setOut(new PrintWriter(said));

        // when, then
        assertThat(command.execute("failed-jobs", "list")).isZero();
        assertThat(said.toString()).contains(job.toString(), "NOT_A_RECEIPT", "paragon.jpg", "analysis");
        assertThat(command.execute("failed-jobs", "show", job.toString())).isZero();
        assertThat(said.toString()).contains("kept: it can be replayed");
        assertThat(command.execute("failed-jobs", "replay", job.toString())).isZero();
        assertThat(said.toString()).contains(job + ": replayed as job ");
        JobId gone = JobId.random();
        fail(gone);
        store.delete(gone);
        assertThat(command.execute(
                        "failed-jobs", "replay", gone.toString(), JobId.random().toString()))
                .isEqualTo(1);
        assertThat(said.toString())
                .contains(gone + ": not replayed: its file is not kept", "there is no such failed job");
    }

    @Test
    void shouldNotReplayWhatIsNotKeptOrNotWhatWasUploaded() throws IOException {
        // given
        fail(job);
        store.delete(job);
        JobId damaged = JobId.random();
        fail(damaged);
        store.put(damaged, "upload", "image/jpeg", new ByteArrayInputStream(new byte[] {0}));

        // when, then
        assertThat(replay(job).statusCode()).isEqualTo(410);
        assertThat(replay(damaged).statusCode()).isEqualTo(410);
        assertThat(database.rows("select * from job_replay where job_id in (?, ?)", job.value(), damaged.value()))
                .isEmpty();
    }

    @Test
    void shouldKnowNeitherJobsThatDidNotFailNorThoseThatWereDeleted() throws IOException {
        // given
        fail(job);
        delete("/internal/jobs/" + job + "?submitter=anonymous").then().statusCode(200);
        JobId live = JobId.random();
        accept(live);

        // when, then
        for (String unknown :
                List.of(job.toString(), live.toString(), JobId.random().toString(), "nonsense")) {
            assertThat(get("/internal/failed-jobs/" + unknown).statusCode())
                    .as(unknown)
                    .isEqualTo(404);
            assertThat(post("/internal/failed-jobs/" + unknown + "/replay").statusCode())
                    .as(unknown)
                    .isEqualTo(404);
        }
    }

    @Test
    void shouldRetryForItsOwnerFromTheStageThatFailed() throws IOException {
        // given a job whose text was recognised, and which its analysis has given up
        fail(job);
        byte[] text = "{\"pages\":[]}".getBytes(StandardCharsets.UTF_8);
        store.putIfAbsent(job, "text.json", "application/json", new ByteArrayInputStream(text));
        store.putIfAbsent(job, "analysis.json", "application/json", new ByteArrayInputStream(text));

        // when
        Response retry = retry(job, "anonymous");

        // then
        ReceiptSubmitted submitted =
                Json.read(retry.then().statusCode(200).extract().asByteArray(), ReceiptSubmitted.class);
        JobId as = submitted.jobId();
        assertThat(broker.await(as, ReceiptSubmitted.class)).isEqualTo(submitted);
        assertThat(submitted.submission().submitter()).isEqualTo("anonymous");
        try (InputStream copy = store.open(submitted.submission().file())) {
            assertThat(copy.readAllBytes()).isEqualTo(UPLOAD);
        }
        try (InputStream copy =
                store.open(store.find(as, "text.json", "application/json").orElseThrow())) {
            assertThat(copy.readAllBytes()).isEqualTo(text);
        }
        assertThat(store.find(as, "analysis.json", "application/json"))
                .as("the stage that failed works again")
                .isEmpty();

        // when asked for again, before and after the register has the new job
        await().atMost(Broker.PATIENCE).until(() -> !registered(as).isEmpty());
        assertThat(Json.read(retry(job, "anonymous").asByteArray(), ReceiptSubmitted.class))
                .isEqualTo(submitted);
    }

    @Test
    void shouldBeginWithTheFirstStageIfAnOperatorReplays() throws IOException {
        // given
        fail(job);
        store.putIfAbsent(job, "text.json", "application/json", new ByteArrayInputStream(new byte[] {'1'}));

        // when
        JobId as = JobId.of(replay(job).jsonPath().getString("replayed_as"));

        // then
        broker.await(as, ReceiptSubmitted.class);
        assertThat(store.find(as, "text.json", "application/json")).isEmpty();
    }

    @Test
    void shouldNotRetryForAnybodyElseNorWhatIsNotKept() throws IOException {
        // given
        fail(job);

        // when, then
        assertThat(retry(job, "somebody else").statusCode()).isEqualTo(404);
        assertThat(post("/internal/jobs/" + job + "/retry").statusCode()).isEqualTo(404);
        assertThat(retry(JobId.random(), "anonymous").statusCode()).isEqualTo(404);
        store.delete(job);
        assertThat(retry(job, "anonymous").statusCode()).isEqualTo(410);
    }

    private static Response retry(JobId job, String submitter) {
        return post("/internal/jobs/" + job + "/retry?submitter={submitter}", submitter);
    }

    private void fail(JobId failing) throws IOException {
        accept(failing);
        broker.publish(Fixtures.failed(failing));
        broker.await(failing, JobEnded.class);
    }

    private void accept(JobId accepted) throws IOException {
        FileReference file = store.put(accepted, "upload", "image/jpeg", new ByteArrayInputStream(UPLOAD));
        Submission said = Fixtures.submission(accepted);
        broker.publish(new ReceiptSubmitted(
                accepted,
                Fixtures.NOW,
                new Submission(said.filename(), file, said.userId(), said.submitter(), said.submittedAt())));
        await().atMost(Broker.PATIENCE).until(() -> !registered(accepted).isEmpty());
    }

    private List<?> registered(JobId accepted) {
        return database.rows("select * from job where job_id = ?", accepted.value());
    }

    private static Response replay(JobId job) {
        return post("/internal/failed-jobs/" + job + "/replay");
    }
}
