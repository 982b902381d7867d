package pl.paragon.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import pl.paragon.contracts.job.Stage;

/** A fact that one stage takes up as its work. */
public sealed interface StageInput extends JobEvent permits ReceiptSubmitted, ReceiptTextRecognized, ReceiptAnalyzed {

    /** What the client submitted; every stage needs to know it. */
    Submission submission();

    /** The stage whose work this fact is. */
    @JsonIgnore
    Stage consumer();

    /** When the first stage began its work, from which the job's time limits count; empty if no stage has begun. */
    @JsonIgnore
    Optional<Instant> workBegan();
}
