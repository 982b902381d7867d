package pl.paragon.operations.key;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.contracts.key.MintedKey;
import pl.paragon.contracts.key.Scope;
import pl.paragon.operations.installation.Installation;
import pl.paragon.operations.installation.WorkerOption;
import pl.paragon.operations.terminal.Span;

/** {@code keys create|list|revoke}. */
@Command(
        name = "keys",
        description = {
            "Create, list and revoke API keys.",
            "They count where the gateways run with paragon.security.authentication=api-keys.",
            "Exit code 0 if all went well, 1 if something did not, 2 if no Paragon answers."
        })
public final class KeysCommand {

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,64}");

    private final Installation installation;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    public KeysCommand(Installation installation, Clock clock) {
        this.installation = installation;
        this.clock = clock;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Create a key and print it. It is shown this once and kept nowhere.",
                "Whoever shows it acts as its owner: sees the owner's jobs and receipts, and uploads in the owner's name."
            })
    int create(
            @Mixin WorkerOption worker,
            @Option(names = "--owner", required = true, paramLabel = "USER", description = "whose jobs it is for")
                    String owner,
            @Option(
                            names = "--scope",
                            required = true,
                            split = ",",
                            paramLabel = "SCOPE",
                            description = "receipts:read, receipts:write or admin; may be repeated")
                    List<String> scopes,
            @Option(names = "--name", paramLabel = "TEXT", description = "what it is for, to recognise it by")
                    String name,
            @Option(
                            names = "--expires-in",
                            paramLabel = "SPAN",
                            description = "days or hours, e.g. 90d or 12h (default: never)")
                    String span,
            @Option(names = "--json", description = "print it as one line of JSON") boolean json) {
        KeyRequest wish = wish(owner, name, scopes, span);
        return with(worker, client -> {
            MintedKey minted = client.mint(wish);
            if (json) {
                out().println(Json.writeText(minted));
            } else {
                out().println(minted.key());
                spec.commandLine()
                        .getErr()
                        .println("Keep it now, it is not shown again. To revoke it: keys revoke "
                                + minted.record().id());
            }
            return 0;
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "List keys, newest first: id, state, owner, scopes, last use, name.")
    int list(
            @Mixin WorkerOption worker,
            @Option(names = "--json", description = "print one line of JSON per key") boolean json) {
        return with(worker, client -> {
            List<KeyRecord> keys = client.all();
            if (json) {
                keys.forEach(key -> out().println(Json.writeText(key)));
            } else {
                KeyTable.lines(keys, clock.instant()).forEach(out()::println);
            }
            return 0;
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Revoke keys. Every gateway refuses them within ten seconds (paragon.keys.revoked-within).")
    int revoke(
            @Mixin WorkerOption worker,
            @Parameters(arity = "1..*", paramLabel = "ID", description = "what stands between prgn_ and the second _")
                    List<String> ids) {
        ids.stream().filter(id -> !ID.matcher(id).matches()).findFirst().ifPresent(id -> {
            throw usage("revoke", "That is no id of a key: letters and digits are expected");
        });
        return with(worker, client -> {
            int result = 0;
            for (String id : ids) {
                Optional<KeyRecord> revoked = client.revoke(id);
                if (revoked.isEmpty()) {
                    complain("There is no key " + id);
                    result = 1;
                } else {
                    out().println(id + ": revoked at "
                            + revoked.get().revokedAt().truncatedTo(ChronoUnit.SECONDS));
                }
            }
            return result;
        });
    }

    private KeyRequest wish(String owner, String name, List<String> scopes, String span) {
        List<Scope> known = scopes.stream()
                .map(scope -> Scope.parse(scope).orElseThrow(() -> usage("create", "There is no scope " + scope)))
                .toList();
        try {
            return new KeyRequest(owner, name, known, span == null ? null : end(span));
        } catch (IllegalArgumentException e) {
            throw usage("create", e.getMessage());
        }
    }

    private Instant end(String span) {
        return clock.instant().plus(Span.parse(span)).truncatedTo(ChronoUnit.SECONDS);
    }

    private CommandLine.ParameterException usage(String subcommand, String what) {
        return new CommandLine.ParameterException(spec.subcommands().get(subcommand), what);
    }

    private interface Work {
        int on(KeysClient client) throws IOException, InterruptedException;
    }

    private int with(WorkerOption worker, Work work) {
        return worker.ask(installation, spec.commandLine().getErr(), asked -> work.on(new KeysClient(asked)));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void complain(String text) {
        spec.commandLine().getErr().println(text);
    }
}
