package pl.paragon.chaos;

import java.util.Map;

/** What keeps a promise and can be switched off by configuration, so that the audit can be seen to notice. */
public enum Protection {
    /** A record is acknowledged when its work is done. Without it, when it was received. */
    ACKNOWLEDGING_WHEN_DONE(
            "records are acknowledged before their work is done",
            "-Dmp.messaging.connector.smallrye-kafka.commit-strategy=ignore"
                    + " -Dmp.messaging.connector.smallrye-kafka.enable.auto.commit=true"),
    /** An event counts as published when the broker has confirmed it. Without it, when it was sent. */
    CONFIRMED_PUBLISHING(
            "events count as published before the broker has them",
            "-Dmp.messaging.outgoing.events.acks=0 -Dmp.messaging.outgoing.events.enable.idempotence=false"),
    /** A crash costs an attempt and not the job. */
    RETRIES("a job whose worker dies is given up at once", "-Dparagon.stage.retries=0");

    private final String without;
    private final String options;

    Protection(String without, String options) {
        this.without = without;
        this.options = options;
    }

    /** What is the case without it. */
    String without() {
        return without;
    }

    /** The environment of all services without it. */
    Map<String, String> switchedOff() {
        return Map.of("JAVA_TOOL_OPTIONS", options);
    }
}
