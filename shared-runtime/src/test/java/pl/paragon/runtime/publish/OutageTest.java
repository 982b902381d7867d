package pl.paragon.runtime.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class OutageTest {

    private final int port = freePort();
    private final Outage outage = new Outage(new BrokerAddresses("127.0.0.1:" + port, Duration.ofSeconds(10)));
    private int sent;

    @Test
    void shouldLetRecordsPassAsLongAsNothingIsKnown() throws Exception {
        // when
        outage.orSend(() -> sent++);

        // then
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void shouldKeepRecordsFromTheProducerOnceNobodyListens() {
        // given
        assertThatThrownBy(outage::throwIfDeserted).isInstanceOf(TimeoutException.class);

        // when, then
        assertThatThrownBy(() -> outage.orSend(() -> sent++)).isInstanceOf(TimeoutException.class);
        assertThat(sent).isZero();
    }

    @Test
    void shouldTryOneRecordAtATimeWhenSomebodyListensAgain() throws Exception {
        // given
        assertThatThrownBy(outage::throwIfDeserted).isInstanceOf(TimeoutException.class);
        try (ServerSocket broker = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            // when another one comes while the first waits
            outage.orSend(() -> {
                sent++;
                assertThatThrownBy(() -> outage.orSend(() -> sent++)).isInstanceOf(TimeoutException.class);
            });

            // then the first is confirmed, and the outage over
            outage.orSend(() -> outage.orSend(() -> sent++));
            assertThat(sent).isEqualTo(2);
        }
    }

    @Test
    void shouldGoOnTryingIfSomebodyListensButConfirmsNothing() throws Exception {
        // given
        assertThatThrownBy(outage::throwIfDeserted).isInstanceOf(TimeoutException.class);
        try (ServerSocket broker = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> outage.orSend(() -> {
                        throw new TimeoutException("not confirmed");
                    }))
                    .hasMessage("not confirmed");

            // when
            outage.orSend(() -> {
                sent++;
                assertThatThrownBy(() -> outage.orSend(() -> sent++)).isInstanceOf(TimeoutException.class);
            });

            // then
            assertThat(sent).isEqualTo(1);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
