package pl.paragon.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void shouldSeeThatAPortIsTakenAndThatItIsFreeAgain() throws IOException {
        // given
        int port = FreePorts.one();

        // when
        boolean whileTaken;
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            whileTaken = FreePorts.isFree(taken.getLocalPort());
        }

        // then
        assertThat(whileTaken).isFalse();
        assertThat(FreePorts.isFree(port)).isTrue();
    }

    @Test
    void shouldNeverGiveTheSamePortTwice() {
        assertThat(IntStream.range(0, 1_000).map(i -> FreePorts.one()).boxed()).doesNotHaveDuplicates();
    }
}
