package pl.paragon.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import pl.paragon.running.RunningParagon;

/**
 * Hands the one running Paragon of this test run to every test class that asks for it in its constructor; it is taken
 * down after the last.
 */
final class SharedParagon implements ParameterResolver {

    /** Only so that a test that cannot succeed ends. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningParagon.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(RunningParagon.class, type -> start(), RunningParagon.class);
    }

    private static RunningParagon start() {
        // A transient fault is retried soon: a test waits for what follows, not for a minute.
        Map<String, String> settings = Map.of("PARAGON_STAGE_RETRY_DELAY", "2s");
        return RunningParagon.in(Path.of("target", "paragon-" + System.nanoTime()), settings)
                .up();
    }
}
