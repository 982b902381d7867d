package pl.paragon.benchmarks.stack;

import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pl.paragon.running.RunningParagon;

/** Which Paragon is measured, and how many receipts it gets at a time. */
public final class StackOptions {

    @Mixin
    private AddressOptions address;

    @Option(
            names = "--at-a-time",
            paramLabel = "N",
            defaultValue = "4",
            description = "receipts in progress at a time (default: ${DEFAULT-VALUE})")
    private int atATime;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "after which a receipt counts as failed (default: ${DEFAULT-VALUE})")
    private int patience;

    public int atATime() {
        return atATime;
    }

    public ReceiptReader reader() throws IOException {
        return new ReceiptReader(address.url(), address.apiKey(), Duration.ofSeconds(patience));
    }

    /** This folder's Paragon, whose processes are on this machine. */
    public static RunningParagon local() throws IOException {
        return RunningParagon.ofThisCheckout()
                .orElseThrow(() -> new IOException(
                        "Paragon is not running in this folder. Start it: ./paragon up (or name another: --url)"));
    }
}
