package pl.paragon.operations.key;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.Scope;
import pl.paragon.operations.terminal.Table;
import pl.paragon.operations.terminal.Table.Align;

/** Keys, a line for each. */
final class KeyTable {

    private KeyTable() {}

    static List<String> lines(List<KeyRecord> keys, Instant now) {
        if (keys.isEmpty()) {
            return List.of("There are no keys.");
        }
        Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
        table.row("ID", "STATE", "OWNER", "SCOPES", "LAST USED", "NAME");
        keys.forEach(key -> table.row(
                key.id(),
                state(key, now),
                key.owner(),
                key.scopes().stream().map(Scope::id).collect(Collectors.joining(" ")),
                Optional.ofNullable(key.lastUsedAt()).map(KeyTable::time).orElse("never"),
                key.name()));
        return table.lines("");
    }

    private static String state(KeyRecord key, Instant now) {
        if (key.revokedAt() != null) {
            return "revoked";
        }
        if (key.hasExpired(now)) {
            return "expired";
        }
        return key.expiresAt() == null ? "valid" : "valid until " + time(key.expiresAt());
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
