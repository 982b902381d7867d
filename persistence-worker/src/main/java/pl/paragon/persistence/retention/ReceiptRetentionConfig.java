package pl.paragon.persistence.retention;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** How long saved receipts are kept. */
@ConfigMapping(prefix = "paragon.receipts")
interface ReceiptRetentionConfig {

    /** From saving a receipt until it is deleted; for ever if it is not set. */
    Optional<Duration> retention();
}
