package pl.paragon.ocr.reading;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pl.paragon.ocr.decoder.Stopping;

/**
 * How reading learns that it is to stop: native code asks between lines, Tesseract between words; what cannot ask, such
 * as another process, is told.
 */
public final class StopSignal implements Stopping {

    private final Set<Runnable> told = ConcurrentHashMap.newKeySet();
    private volatile boolean raised;

    public void raise() {
        raised = true;
        told.forEach(Runnable::run);
    }

    public boolean isRaised() {
        return raised;
    }

    /** The action may run more than once if the signal is raised while it is registered. */
    @Override
    public Registration whenStopped(Runnable action) {
        told.add(action);
        if (raised) {
            action.run();
        }
        return () -> told.remove(action);
    }

    /** A place where reading may stop. */
    public void checkpoint() throws ReadingStoppedException {
        if (raised) {
            throw new ReadingStoppedException();
        }
    }
}
