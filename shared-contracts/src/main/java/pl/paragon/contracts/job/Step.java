package pl.paragon.contracts.job;

/**
 * The eight steps that a client sees, in their order, with the ids, percentages and Polish messages of the
 * predecessor's wire contract (its id "Validation" stands twice: for the file and for the data). Each is published by
 * the stage that does the work, when it begins it.
 */
public enum Step {
    INITIALIZING(Stage.OCR, "Initializing", 5, "Inicjalizacja przetwarzania paragonu"),
    FILE_VALIDATION(Stage.OCR, "Validation", 10, "Walidacja pliku"),
    OCR(Stage.OCR, "OCR", 25, "Przetwarzanie OCR"),
    OCR_QUALITY_CHECK(Stage.OCR, "OCR Quality Check", 40, "Sprawdzanie jakości OCR"),
    AI_ANALYSIS(Stage.ANALYSIS, "AI Analysis", 60, "Analiza AI"),
    DATA_VALIDATION(Stage.ANALYSIS, "Validation", 80, "Walidacja danych"),
    SAVING(Stage.PERSISTENCE, "Saving", 90, "Zapisywanie do bazy danych"),
    FINALIZATION(Stage.PERSISTENCE, "Finalization", 100, "Finalizacja wyników");

    private final Stage stage;
    private final String id;
    private final int progress;
    private final String message;

    Step(Stage stage, String id, int progress, String message) {
        this.stage = stage;
        this.id = id;
        this.progress = progress;
        this.message = message;
    }

    public Stage stage() {
        return stage;
    }

    /** The id on the wire, e.g. {@code "OCR Quality Check"}. */
    public String id() {
        return id;
    }

    /** Percent done when the step begins, 5 to 100. */
    public int progress() {
        return progress;
    }

    /** The Polish text for people. */
    public String message() {
        return message;
    }
}
