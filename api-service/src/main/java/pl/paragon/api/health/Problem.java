package pl.paragon.api.health;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.job.Stage;

/** Something that keeps receipts from being read as they should be, although they are accepted. */
public sealed interface Problem {

    /** Its name on the wire. */
    String code();

    /** The stage that it is about; empty if it is the gateway itself. */
    Optional<Stage> stage();

    /** A sentence for people. */
    String message();

    record NoWorker(Stage of) implements Problem {
        @Override
        public String code() {
            return "NO_WORKER";
        }

        @Override
        public Optional<Stage> stage() {
            return Optional.of(of);
        }

        @Override
        public String message() {
            return "No worker of the stage is alive: receipts wait for one";
        }
    }

    /** @param reason what its workers wait for */
    record Waiting(Stage of, ErrorCode reason) implements Problem {
        @Override
        public String code() {
            return reason.name();
        }

        @Override
        public Optional<Stage> stage() {
            return Optional.of(of);
        }

        @Override
        public String message() {
            return reason.messageEn();
        }
    }

    record Defective(Stage of) implements Problem {
        @Override
        public String code() {
            return "DEFECT";
        }

        @Override
        public Optional<Stage> stage() {
            return Optional.of(of);
        }

        @Override
        public String message() {
            return "A worker met a defect and dead-lettered a record: its log says which";
        }
    }

    /** An operator paused the stage. */
    record Paused(StagePaused pause) implements Problem {
        @Override
        public String code() {
            return Hold.Paused.CODE;
        }

        @Override
        public Optional<Stage> stage() {
            return Optional.of(pause.stage());
        }

        @Override
        public String message() {
            return "The stage is paused until " + pause.until().truncatedTo(ChronoUnit.SECONDS) + ", receipts wait: "
                    + pause.reason();
        }
    }

    /** @param waiting how many records wait without being worked on */
    record BacklogStuck(Stage of, long waiting) implements Problem {
        @Override
        public String code() {
            return "BACKLOG_STUCK";
        }

        @Override
        public Optional<Stage> stage() {
            return Optional.of(of);
        }

        @Override
        public String message() {
            return waiting + " records wait, and none has been finished for a while";
        }
    }

    /** The gateway cannot reach the store of the jobs' status. */
    record StatusUnavailable() implements Problem {
        @Override
        public String code() {
            return "STATUS_UNAVAILABLE";
        }

        @Override
        public Optional<Stage> stage() {
            return Optional.empty();
        }

        @Override
        public String message() {
            return "The status store is unavailable: receipts are read, but their status cannot be asked for";
        }
    }

    /** The store of the jobs' status answers, but takes no writes. */
    record StatusOutdated() implements Problem {
        @Override
        public String code() {
            return "STATUS_OUTDATED";
        }

        @Override
        public Optional<Stage> stage() {
            return Optional.empty();
        }

        @Override
        public String message() {
            return "The status store takes no writes, perhaps because its memory is full: receipts are read, but the"
                    + " status of unfinished ones is unknown";
        }
    }
}
