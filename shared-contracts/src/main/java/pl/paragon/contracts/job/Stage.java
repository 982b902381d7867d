package pl.paragon.contracts.job;

import java.util.Arrays;
import java.util.Optional;

/** The three stages that a receipt passes, in their order; each is the work of one deployable. */
public enum Stage {
    OCR("ocr"),
    ANALYSIS("analysis"),
    PERSISTENCE("persistence");

    private final String id;

    Stage(String id) {
        this.id = id;
    }

    /** The stage of this name; empty if there is none. */
    public static Optional<Stage> named(String id) {
        return Arrays.stream(values()).filter(stage -> stage.id.equals(id)).findFirst();
    }

    /** The stage's name in file names, metrics and consumer groups. */
    public String id() {
        return id;
    }
}
