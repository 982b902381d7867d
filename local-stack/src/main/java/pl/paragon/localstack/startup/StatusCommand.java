package pl.paragon.localstack.startup;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import pl.paragon.localstack.stack.Memory;
import pl.paragon.operations.terminal.Screen;
import pl.paragon.operations.terminal.Table;
import pl.paragon.operations.terminal.Table.Align;
import pl.paragon.operations.terminal.Text;
import pl.paragon.running.service.Health;
import pl.paragon.running.service.Service;
import pl.paragon.running.stack.Checkout;
import pl.paragon.running.stack.Condition;
import pl.paragon.running.stack.PartState;
import pl.paragon.running.stack.ProcessRecord;
import pl.paragon.running.stack.StackState;

/** Shows the current state of each part of the stack. */
@Command(
        name = "status",
        description = {
            "Show each server and service: process, port, state, memory, restarts.",
            "Exit code 0 if all is well, 1 otherwise."
        })
public final class StatusCommand implements Callable<Integer> {

    private final Screen screen = Screen.standard();

    @Override
    public Integer call() {
        Stack stack = new Stack(Checkout.ofThisProgram().home());
        Optional<StackState> state = stack.state();
        if (state.isEmpty()) {
            List<PartState> leftovers = stack.leftovers();
            screen.line(
                    leftovers.isEmpty()
                            ? "Paragon is not running. Start it: ./paragon up"
                            : "The supervisor was killed and left processes running. Stop them: ./paragon down");
            return 1;
        }
        List<Row> rows = state.get().parts().stream().map(StatusCommand::look).toList();
        show(state.get(), rows);
        return rows.stream().allMatch(Row::well) ? 0 : 1;
    }

    private record Row(PartState part, boolean well, String condition, OptionalLong memory) {}

    private static Row look(PartState part) {
        Optional<ProcessHandle> process = part.process().flatMap(ProcessRecord::find);
        OptionalLong memory = process.isPresent() ? Memory.ofTree(process.get()) : OptionalLong.empty();
        if (process.isEmpty() || part.condition() != Condition.READY) {
            String detail = part.detail().isEmpty()
                    ? ""
                    : ": " + part.detail().lines().findFirst().orElse("");
            return new Row(part, false, part.condition().word() + detail, memory);
        }
        Health health = new Health(URI.create("http://127.0.0.1:" + part.port()));
        boolean well = !isService(part) || health.isReady();
        return new Row(part, well, well ? "ready" : "not ready: " + health.notReady(), memory);
    }

    private static boolean isService(PartState part) {
        return Arrays.stream(Service.values()).anyMatch(s -> s.module().equals(part.name()));
    }

    private void show(StackState state, List<Row> rows) {
        Table table = new Table(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT)
                .row("PART", "PID", "PORT", "MEMORY", "RESTARTS", "STATE");
        rows.forEach(r -> table.row(
                r.part().name(),
                r.part().process().map(p -> Long.toString(p.pid())).orElse("–"),
                Integer.toString(r.part().port()),
                memory(r.memory()),
                Integer.toString(r.part().restarts()),
                r.condition()));
        OptionalLong supervisor = state.supervisor().find().map(Memory::ofOne).orElse(OptionalLong.empty());
        table.row(
                "supervisor",
                Long.toString(state.supervisor().pid()),
                "",
                memory(supervisor),
                "",
                state.phase().name().toLowerCase(Locale.ROOT));
        screen.lines(table.lines(""));
        long all = rows.stream().mapToLong(r -> r.memory().orElse(0)).sum() + supervisor.orElse(0);
        screen.line("");
        screen.line(Text.mebibytes(all) + " resident in all; API and web page: "
                + state.ports().apiUrl());
    }

    private static String memory(OptionalLong bytes) {
        return bytes.isPresent() ? Text.mebibytes(bytes.getAsLong()) : "–";
    }
}
