package pl.paragon.localstack.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import pl.paragon.running.service.Ports;
import pl.paragon.servers.FreePorts;

/** Finds ports that are in use, before anything is started. */
public final class PortCheck {

    private static final int READABLE = 100;

    private final IntPredicate free;
    private final IntFunction<Optional<PortOwner>> owner;

    public PortCheck() {
        this(FreePorts::isFree, PortOwner::of);
    }

    PortCheck(IntPredicate free, IntFunction<Optional<PortOwner>> owner) {
        this.free = free;
        this.owner = owner;
    }

    /**
     * A paragraph per port that is in use: which process uses it, and the two ways out.
     *
     * @param byOption each port by the name of its option, e.g. {@code "api-port"}
     */
    public List<String> conflicts(Map<String, Integer> byOption) {
        return byOption.entrySet().stream()
                .filter(p -> !free.test(p.getValue()))
                .map(this::advice)
                .toList();
    }

    private String advice(Map.Entry<String, Integer> port) {
        String option = port.getKey();
        String variable = Ports.variable(option);
        int other = port.getValue() + 10_000 > 65_535 ? port.getValue() - 10_000 : port.getValue() + 10_000;
        return "Port %d (--%s) is in use by %s%n  Choose another: ./paragon up --%s %d (or %s=%d)"
                .formatted(
                        port.getValue(),
                        option,
                        owner.apply(port.getValue())
                                .map(PortCheck::describe)
                                .orElse("another user's process; `sudo ss -ltnp` shows which."),
                        option,
                        other,
                        variable,
                        other);
    }

    private static String describe(PortOwner owner) {
        String place = owner.directory().map(d -> ", in " + d).orElse("");
        String command = owner.command();
        String readable = command.length() <= READABLE ? command : command.substring(0, READABLE) + "…";
        return "process %d%s:%n    %s%n  If you do not need it: %s"
                .formatted(owner.pid(), place, readable, wayToStop(owner));
    }

    private static String wayToStop(PortOwner owner) {
        boolean ofAnotherStack = owner.command().contains("quarkus-run.jar")
                || owner.command().contains("pl.paragon.servers")
                || owner.directory()
                        .filter(d -> d.toString().contains(".paragon"))
                        .isPresent();
        return ofAnotherStack
                ? "it belongs to another Paragon; run ./paragon down in its checkout"
                : "kill " + owner.pid();
    }
}
