package pl.paragon.contracts.job;

/** The three stages that a receipt passes, in their order; each is the work of one deployable. */
public enum Stage {
    OCR("ocr"),
    ANALYSIS("analysis"),
    PERSISTENCE("persistence");

    private final String id;

    Stage(String id) {
        this.id = id;
    }

    /** The stage's name in file names, metrics and consumer groups. */
    public String id() {
        return id;
    }
}
