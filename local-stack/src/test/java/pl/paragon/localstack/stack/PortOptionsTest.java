package pl.paragon.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import pl.paragon.running.service.Ports;

class PortOptionsTest {

    @Test
    void shouldBeTheUsualOnesUnlessOneIsGiven() {
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
