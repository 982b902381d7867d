package pl.paragon.api.result;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import pl.paragon.api.Defaults;
import pl.paragon.runtime.files.ReceiptFileStore;

/** Results in a file store, without a database. */
public final class TestResults {

    private TestResults() {}

    public static Results in(ReceiptFileStore store) {
        return new Results(
                store,
                job -> {
                    throw new ResultUnavailableException("there is no database", null);
                },
                Defaults.of(ResultConfig.class),
                new SimpleMeterRegistry());
    }
}
