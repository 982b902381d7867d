package pl.paragon.contracts.event;

import pl.paragon.contracts.job.Stage;

/**
 * The consumer groups whose lag is a backlog of work. Each consumes one topic; a test holds the workers' channels
 * against this enum.
 */
public enum ConsumerGroup {
    OCR("ocr", Stage.OCR, Topic.RECEIPT_SUBMITTED),
    OCR_BULK("ocr-bulk", Stage.OCR, Topic.RECEIPT_SUBMITTED_BULK),
    ANALYSIS("analysis", Stage.ANALYSIS, Topic.RECEIPT_TEXT_RECOGNIZED),
    ANALYSIS_BULK("analysis-bulk", Stage.ANALYSIS, Topic.RECEIPT_TEXT_RECOGNIZED_BULK),
    PERSISTENCE("persistence", Stage.PERSISTENCE, Topic.RECEIPT_ANALYZED),
    ARBITER_FAILURES("arbiter-failures", Stage.PERSISTENCE, Topic.STAGE_FAILED),
    ARBITER_CANCELS("arbiter-cancels", Stage.PERSISTENCE, Topic.CANCEL_REQUESTED);

    private final String id;
    private final Stage stage;
    private final Topic topic;

    ConsumerGroup(String id, Stage stage, Topic topic) {
        this.id = id;
        this.stage = stage;
        this.topic = topic;
    }

    /** Its name in the broker. */
    public String id() {
        return id;
    }

    /** The stage whose workers are its members. */
    public Stage stage() {
        return stage;
    }

    public Topic topic() {
        return topic;
    }
}
