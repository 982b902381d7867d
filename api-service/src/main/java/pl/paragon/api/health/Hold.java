package pl.paragon.api.health;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.job.Stage;

/** Why the jobs of a stage stay where they are, without an attempt being used up. */
public sealed interface Hold {

    /** Its name on the wire. */
    String code();

    /** A sentence for the users who wait, in Polish. */
    String message();

    /** When it ends by itself; empty if nobody can say. */
    Optional<Instant> until();

    /** Something that the stage needs is down. */
    record Down(ErrorCode what) implements Hold {
        @Override
        public String code() {
            return what.name();
        }

        @Override
        public String message() {
            return what.message();
        }

        @Override
        public Optional<Instant> until() {
            return Optional.empty();
        }
    }

    /** An operator paused it. */
    record Paused(StagePaused pause) implements Hold {

        static final String CODE = "STAGE_PAUSED";

        /** In Poland's time: whoever reads it in another zone has {@link #until()}. */
        private static final DateTimeFormatter END =
                DateTimeFormatter.ofPattern("d.MM.yyyy, HH:mm").withZone(ZoneId.of("Europe/Warsaw"));

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public String message() {
            return "%s paragonów jest wstrzymane do %s: %s"
                    .formatted(work(pause.stage()), END.format(pause.until()), pause.reason());
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(pause.until());
        }

        private static String work(Stage stage) {
            return switch (stage) {
                case OCR -> "Odczytywanie";
                case ANALYSIS -> "Analizowanie";
                case PERSISTENCE -> "Zapisywanie";
            };
        }
    }
}
