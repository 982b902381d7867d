package pl.paragon.api.v3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.api.identity.Submitter;

class LastToldTest {

    private static final Submitter ANNA = new Submitter("anna");
    private static final String JOB = "00000000-0000-4000-8000-000000000001";

    private final LastTold lastTold = new LastTold();

    @Test
    void shouldRepeatWhatWasToldLast() {
        // given
        lastTold.told(ANNA, view("PENDING"));
        lastTold.told(ANNA, view("PROGRESS"));

        // then
        assertThat(lastTold.of(ANNA, JOB)).isEqualTo(new LastTold.LastKnown(JOB, "PROGRESS", Samples.NOON));
    }

    @Test
    void shouldCallAJobPendingOfWhichNothingWasTold() {
        assertThat(lastTold.of(ANNA, JOB)).isEqualTo(new LastTold.LastKnown(JOB, "PENDING", null));
    }

    @Test
    void shouldNotRepeatToOthersWhatWasToldToTheOwner() {
        // given
        lastTold.told(ANNA, view("PROGRESS"));

        // then
        assertThat(lastTold.of(new Submitter("ben"), JOB)).isEqualTo(new LastTold.LastKnown(JOB, "PENDING", null));
    }

    private static StatusView view(String status) {
        return new StatusView(JOB, status, Samples.NOON, new StatusView.Plain("told", null), null, null, null);
    }
}
