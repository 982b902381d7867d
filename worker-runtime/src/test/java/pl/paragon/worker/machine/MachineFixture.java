package pl.paragon.worker.machine;

import java.nio.file.Path;
import pl.paragon.worker.runner.Submissions;

/** A process on a machine that tells nothing. */
public final class MachineFixture {

    private MachineFixture() {}

    public static ThisProcess process() {
        return new ThisProcess(Path.of("/nowhere"), 17, "1.0.0", Submissions.NOW);
    }
}
