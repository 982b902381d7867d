package pl.paragon.running.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void shouldRefuseOnePortForTwo() {
        assertThatThrownBy(() -> new Ports(8000, 8000, 8002, 8003, 9092, 9093, 6379, 5432))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("port 8000 is given to 2 parts of the stack");
    }

    @Test
    void shouldRefuseWhatIsNoPort() {
        assertThatThrownBy(() -> new Ports(80_000, 8001, 8002, 8003, 9092, 9093, 6379, 5432))
                .hasMessage("80000 is not a port: 1 to 65535");
    }

    @Test
    void shouldNameTheVariableOfEachOption() {
        assertThat(Ports.usual().byOption().keySet().stream().map(Ports::variable))
                .contains("PARAGON_API_PORT", "PARAGON_KAFKA_CONTROLLER_PORT");
    }
}
