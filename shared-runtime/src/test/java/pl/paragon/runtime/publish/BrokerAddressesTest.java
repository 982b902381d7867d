package pl.paragon.runtime.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrokerAddressesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void shouldBeDesertedOnlyIfNobodyListensAtAnyOfThem() throws IOException {
        // given one that listens, though it never answers, and one that did
        try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String gone = goneAddress();
            String listening = "PLAINTEXT://127.0.0.1:" + slow.getLocalPort();

            // when, then
            assertThat(new BrokerAddresses(gone, PATIENCE).areDeserted()).isTrue();
            assertThat(new BrokerAddresses(gone + ", " + listening, PATIENCE).areDeserted())
                    .isFalse();
        }
    }

    private static String goneAddress() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + closed.getLocalPort();
        }
    }
}
