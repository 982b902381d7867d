package pl.paragon.ocr;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Liveness: down when so many reading threads hang that only a new process helps. */
@Liveness
class ReadingThreadsCheck implements HealthCheck {

    private final ReadingComposition reading;

    ReadingThreadsCheck(ReadingComposition reading) {
        this.reading = reading;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("reading-threads")
                .status(!reading.threads().isOverrun())
                .withData("abandoned", reading.threads().abandoned())
                .build();
    }
}
