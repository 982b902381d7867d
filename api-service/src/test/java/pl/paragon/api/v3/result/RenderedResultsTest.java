package pl.paragon.api.v3.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.api.Defaults;
import pl.paragon.api.Samples;
import pl.paragon.api.result.ResultConfig;
import pl.paragon.api.result.TestResults;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;

class RenderedResultsTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private FileSystemReceiptFileStore store;
    private RenderedResults results;
    private Job job;
    private JobStatus.Succeeded success;

    @BeforeEach
    void finish() throws IOException {
        store = new FileSystemReceiptFileStore(folder);
        results = new RenderedResults(TestResults.in(store), Defaults.of(ResultConfig.class), meters);
        job = Job.of(
                        JOB,
                        List.of(
                                Fact.Submitted.of(Samples.submission(JOB)),
                                Fact.of(Samples.analyzed(JOB, store)).orElseThrow(),
                                Fact.of(Samples.saved(JOB)).orElseThrow()))
                .orElseThrow();
        success = (JobStatus.Succeeded) job.status();
    }

    @Test
    void shouldRenderAResultOnce() {
        // when
        String first = results.of(job, success);
        String second = results.of(job, success);

        // then
        assertThat(first).isEqualTo(Json.writeText(ResultView.of(JOB, job.submission(), success, Samples.document())));
        assertThat(second).isSameAs(first);
        assertThat(remembered()).isEqualTo(1);
    }

    @Test
    void shouldRenderItAnewIfMoreIsKnownOfIt() {
        // given a result that was told before
        results.of(job, success);
        JobStatus.Succeeded other =
                new JobStatus.Succeeded(new JobEnded.Saved(UUID.randomUUID()), success.result(), success.at());

        // when
        String told = results.of(job, other);

        // then
        assertThat(told).contains(other.saved().receiptId().toString());
        assertThat(remembered()).isZero();
    }

    private double remembered() {
        return meters.get("paragon.results.read")
                .tag("source", "rendered")
                .counter()
                .count();
    }
}
