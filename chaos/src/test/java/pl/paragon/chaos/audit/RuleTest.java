package pl.paragon.chaos.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pl.paragon.chaos.load.ClientJob;
import pl.paragon.chaos.mischief.Death;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.contracts.event.StepStarted;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;
import pl.paragon.running.service.Service;
import pl.paragon.servers.process.Signal;

/** What each rule notices: in a run in which everything is right, one thing at a time is wrong. */
class RuleTest {

    private static final Instant NOON = CleanRun.NOON;

    private final CleanRun run = new CleanRun();
    private final ClientJob saved = run.saved();
    private final ClientJob cancelled = run.cancelled();

    @Test
    void shouldFindNothingIfAllIsRight() {
        run.failedHostile();
        run.refused("chaos-0009.pdf", 503);

        assertThat(broken()).isEmpty();
    }

    @Test
    void shouldNoticeAnAcceptedJobThatTheBrokerDoesNotHave() {
        run.events.remove(saved.id());

        assertThat(broken()).containsExactlyInAnyOrder(Rule.ACCEPTED_IS_KNOWN, Rule.HAS_ONE_END);
    }

    @Test
    void shouldNoticeAStatusThatIsTakenBack() {
        run.shownToItsClient(saved, "SUCCESS");
        run.shownToItsClient(saved, "PROGRESS");

        assertThat(broken()).containsExactly(Rule.ACCEPTED_IS_KNOWN);
    }

    @Test
    void shouldNoticeAJobWithoutAnEnd() {
        run.outcomes.remove(saved.id());
        run.receipts.remove(saved.id());

        assertThat(broken()).containsExactly(Rule.HAS_ONE_END);
    }

    @Test
    void shouldNoticeAnEventThatSaysAnotherEndThanTheRow() {
        run.publish(saved, new JobEnded(run.id(saved), NOON, new JobEnded.Cancelled()));

        assertThat(broken()).containsExactly(Rule.HAS_ONE_END);
    }

    @Test
    void shouldBeContentWithTheSameEndToldTwice() {
        run.events.get(saved.id()).addAll(List.copyOf(run.events.get(saved.id())));

        assertThat(broken()).isEmpty();
    }

    @Test
    void shouldNoticeAGatewayThatShowsSomethingElse() {
        run.shown.put(saved.id(), List.of("SUCCESS", "PROGRESS"));

        assertThat(broken()).containsExactly(Rule.IS_SHOWN_AS_DECIDED);
    }

    @Test
    void shouldNoticeAClientThatWasShownSomethingElse() {
        run.shownToItsClient(saved, "FAILURE");

        assertThat(broken()).containsExactly(Rule.IS_SHOWN_AS_DECIDED);
    }

    @Test
    void shouldNoticeAJobThatRedisHasForgotten() {
        run.facts.put(saved.id(), Map.of());

        assertThat(broken()).containsExactly(Rule.IS_SHOWN_AS_DECIDED);
    }

    @Test
    void shouldNoticeAReceiptThatWasSavedTwice() {
        run.receipts.put(
                saved.id(), List.of(run.receiptOf(saved), UUID.randomUUID().toString()));

        assertThat(broken()).containsExactly(Rule.IS_SAVED_ONCE);
    }

    @Test
    void shouldNoticeWhatIsLeftOfACancelledJob() {
        run.files.put(cancelled.id(), List.of("upload"));

        assertThat(broken()).containsExactly(Rule.LEAVES_NOTHING_IF_CANCELLED);
    }

    @Test
    void shouldNoticeACancelThatNobodyAskedFor() {
        ClientJob innocent = run.cancelledUnasked();

        assertThat(violations(Rule.IS_CANCELLED_IF_ASKED))
                .singleElement()
                .satisfies(violation -> assertThat(violation.job()).contains(innocent.id()));
    }

    @Test
    void shouldNoticeFilesOfNobodyHalfFilesAndMarks() {
        run.files.put(UUID.randomUUID().toString(), List.of("upload"));
        run.files.put(saved.id(), List.of("unfinished-ocr", "unfinished-ocr/worker", "upload"));
        run.incoming.add("1.part");

        assertThat(violations(Rule.HAS_NO_STRAY_FILES)).hasSize(3);
        assertThat(broken()).containsExactly(Rule.HAS_NO_STRAY_FILES);
    }

    @Test
    void shouldNoticeAJobOfARefusedUpload() {
        run.refused(run.fileOf(saved), 503);

        assertThat(broken()).containsExactly(Rule.LEAVES_NOTHING_IF_REFUSED);
    }

    @Test
    void shouldNoticeARefusalWithoutAReason() {
        run.refused("chaos-0009.pdf", 500);

        assertThat(broken()).containsExactly(Rule.IS_REFUSED_WITH_REASON);
    }

    @Test
    void shouldNoticeAReceiptThatWasNotRead() {
        run.failed(saved, ErrorCode.WORKER_CRASHED, 3);

        assertThat(broken()).contains(Rule.ENDS_AS_ITS_FILE_DESERVES);
    }

    @Test
    void shouldNoticeAHostileFileWhoseEndIsOurFault() {
        run.failed(run.failedHostile(), ErrorCode.INTERNAL_ERROR, 1);

        assertThat(broken()).containsExactly(Rule.ENDS_AS_ITS_FILE_DESERVES);
    }

    @Test
    void shouldExcuseAReceiptWhoseWorkerWasKilledAtEveryAttempt() {
        run.failed(saved, ErrorCode.WORKER_CRASHED, 4);

        assertThat(broken()).doesNotContain(Rule.ENDS_AS_ITS_FILE_DESERVES);
    }

    @Test
    void shouldNoticeAnAttemptThatAnOrderlyStopCost() {
        run.publish(saved, new StepStarted(run.id(saved), NOON.plusSeconds(1), Step.OCR, 1));
        run.publish(saved, new StepStarted(run.id(saved), NOON.plusSeconds(9), Step.OCR, 2));
        run.deaths.add(death(Service.OCR, Signal.TERM, NOON.plusSeconds(4)));
        // of others, or at other times
        run.deaths.add(death(Service.ANALYSIS, Signal.KILL, NOON.plusSeconds(4)));
        run.deaths.add(death(Service.OCR, Signal.KILL, NOON.minusSeconds(4)));
        run.deaths.add(death(Service.OCR, Signal.KILL, NOON.plusSeconds(14)));

        assertThat(broken()).containsExactly(Rule.IS_NOT_CHARGED_FOR_A_STOP);
    }

    @Test
    void shouldExcuseAnAttemptThatAKillCost() {
        run.publish(saved, new StepStarted(run.id(saved), NOON.plusSeconds(1), Step.OCR, 1));
        run.publish(saved, new StepStarted(run.id(saved), NOON.plusSeconds(9), Step.OCR, 2));
        run.deaths.add(death(Service.OCR, Signal.KILL, NOON.plusSeconds(4)));

        assertThat(broken()).isEmpty();
    }

    @Test
    void shouldNoticeAnAttemptThatAnOutageCost() {
        run.publish(
                saved,
                new RetryScheduled(
                        run.id(saved),
                        NOON,
                        Stage.PERSISTENCE,
                        1,
                        4,
                        NOON.plusSeconds(2),
                        JobError.of(ErrorCode.DATABASE_ERROR),
                        run.submission(saved),
                        Duration.ZERO));

        assertThat(broken()).containsExactly(Rule.IS_NOT_CHARGED_FOR_A_STOP);
    }

    @Test
    void shouldNoticeAServiceThatHadToBeKilledAndOneThatEndedUnasked() {
        run.deaths.add(
                new Death(Service.OCR, "ocr-worker-2", Signal.TERM, NOON, Duration.ofSeconds(90), OptionalInt.of(137)));
        run.unexplained.add("ocr-worker was restarted once");

        assertThat(violations(Rule.STOPS_IN_ORDER)).hasSize(2);
    }

    @Test
    void shouldNoticeRecordsThatAreLeftBehind() {
        run.backlog.put("ocr", 3L);
        run.deadLetters.add("receipt-submitted-dead-letter 0@0");

        assertThat(violations(Rule.LEAVES_NO_RECORD_BEHIND)).hasSize(2);
    }

    private static Death death(Service service, Signal signal, Instant at) {
        return new Death(service, service.module(), signal, at, Duration.ofMillis(10), OptionalInt.empty());
    }

    private Set<Rule> broken() {
        return Arrays.stream(Rule.values())
                .filter(rule -> !violations(rule).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
    }

    private List<Violation> violations(Rule rule) {
        return rule.broken(run.evidence()).toList();
    }
}
