package pl.paragon.api.v2;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long requests of versions 1 and 2 wait for their receipts. The defaults are the predecessor's. */
@ConfigMapping(prefix = "paragon.v2")
interface V2Config {

    /** From the submission until the text is recognised, including the time in the queue. */
    @WithDefault("90s")
    Duration ocrTimeout();

    /** From then on until the receipt is saved. */
    @WithDefault("60s")
    Duration analysisTimeout();

    /** All files of a {@code batch_upload} together, in the bulk lane: fifty receipts at one in ten seconds. */
    @WithDefault("10m")
    Duration batchTimeout();
}
