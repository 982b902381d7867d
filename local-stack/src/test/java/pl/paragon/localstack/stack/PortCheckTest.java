package pl.paragon.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.running.service.Ports;

class PortCheckTest {

    private static final Map<String, Integer> PORTS = Ports.usual().byOption();

    @Test
    void shouldSayNothingWhereAllAreFree() {
        assertThat(new PortCheck(port -> true, port -> Optional.empty()).conflicts(PORTS))
                .isEmpty();
    }

    @Test
    void shouldNameTheOwnerAndBothWaysOut() {
        // given
        PortOwner owner = new PortOwner(4711, "python3 -m http.server 8000", Optional.of(Path.of("/home/anna")));
        PortCheck check = new PortCheck(port -> port != 8000, port -> Optional.of(owner));

        // when
        String advice = String.join("\n", check.conflicts(PORTS));

        // then
        assertThat(advice)
                .contains("Port 8000 (--api-port) is in use by process 4711, in /home/anna")
                .contains("python3 -m http.server 8000")
                .contains("kill 4711")
                .contains("./paragon up --api-port 18000 (or PARAGON_API_PORT=18000)");
    }

    @Test
    void shouldSendToTheOtherCheckoutWhereAnotherParagonHasIt() {
        // given
        PortOwner owner = new PortOwner(
                12,
                "/opt/jdk/bin/java -jar /other/api-service/target/quarkus-app/quarkus-run.jar",
                Optional.of(Path.of("/other/.paragon")));
        PortCheck check = new PortCheck(port -> port != 8000, port -> Optional.of(owner));

        // then
        assertThat(check.conflicts(PORTS).getFirst())
                .contains("./paragon down in its checkout")
                .doesNotContain("kill");
    }

    @Test
    void shouldSayHowToFindAnOwnerThatIsHidden() {
        // given
        PortCheck check = new PortCheck(port -> port != 5432, port -> Optional.empty());

        // then
        assertThat(check.conflicts(PORTS).getFirst()).contains("Port 5432 (--postgres-port)", "sudo ss -ltnp");
    }

    @Test
    void shouldFindTheRealOwnerOfARealPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // when
            Optional<PortOwner> owner = PortOwner.of(socket.getLocalPort());

            // then
            assertThat(owner.map(PortOwner::pid))
                    .contains(ProcessHandle.current().pid());
            assertThat(owner.orElseThrow().command()).contains("java");
        }
    }
}
