package pl.paragon.runtime.publish;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Utils;

/**
 * Whether anybody listens at the brokers' addresses. It tells a broker that is gone, for which nobody should wait, from
 * one that is slow and will confirm in the end.
 */
final class BrokerAddresses {

    private final List<String> addresses;
    private final Duration patience;

    /**
     * @param bootstrapServers as Kafka's clients take them
     * @param patience for each address
     */
    BrokerAddresses(String bootstrapServers, Duration patience) {
        this.addresses =
                Arrays.stream(bootstrapServers.split(",")).map(String::strip).toList();
        this.patience = patience;
    }

    boolean areDeserted() {
        return addresses.stream().noneMatch(this::isListening);
    }

    private boolean isListening(String address) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(Utils.getHost(address), Utils.getPort(address)), (int) patience.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
