package pl.paragon.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class PortsTest {

    @Test
    void shouldBeTheUsualOnesWhereNothingIsSaid() {
        assertThat(parse()).isEqualTo(Ports.usual());
        assertThat(Ports.usual()).isEqualTo(new Ports(8000, 8001, 8002, 8003, 9092, 9093, 6379, 5432));
    }

    @Test
    void shouldTakeEachByItsOption() {
        // given
        String[] arguments = Ports.usual().byOption().entrySet().stream()
                .flatMap(p -> Stream.of("--" + p.getKey(), Integer.toString(p.getValue() + 10_000)))
                .toArray(String[]::new);

        // when
        Ports ports = parse(arguments);

        // then
        assertThat(ports).isEqualTo(new Ports(18000, 18001, 18002, 18003, 19092, 19093, 16379, 15432));
    }

    @Test
    void shouldRefuseOnePortForTwo() {
        assertThatThrownBy(() -> new Ports(8000, 8000, 8002, 8003, 9092, 9093, 6379, 5432))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("port 8000 is given to 2 parts of the stack");
    }

    @Test
    void shouldRefuseWhatIsNoPort() {
        assertThatThrownBy(() -> new Ports(80_000, 8001, 8002, 8003, 9092, 9093, 6379, 5432))
                .hasMessage("80000 is no port: 1 to 65535");
    }

    private static Ports parse(String... arguments) {
        AnyCommand command = new AnyCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.options.ports();
    }

    @Command
    private static final class AnyCommand {
        @Mixin
        private PortOptions options;
    }
}
