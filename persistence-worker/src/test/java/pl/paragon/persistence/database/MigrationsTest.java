package pl.paragon.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * During a rolling upgrade the workers of the last release go on with the new schema, and after a rollback they are
 * alone with it: a migration may add, and may not take away or demand what they do not know.
 */
class MigrationsTest {

    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

    /** Up to this one there was no release to survive. */
    private static final int BEFORE_THE_FIRST_RELEASE = 15;

    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");

    /** An index may go at any time: it costs the last release time, and nothing else. */
    private static final Pattern TAKES_AWAY = Pattern.compile(
            "drop (table|column|view|function)|\\brename\\b|alter column \\S+ (set data )?type|set not null"
                    + "|add column [^,;]*\\bnot null\\b(?![^,;]*\\b(default|generated)\\b)");

    @Test
    void shouldLeaveTheLastReleaseWhatItUses() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            assertThat(files.filter(file -> version(file) > BEFORE_THE_FIRST_RELEASE))
                    .allSatisfy(file -> assertThat(takenAway(Files.readString(file)))
                            .as(
                                    "%s: add what is new in one release, and take away what is old in the next, in a"
                                            + " migration that this test is told of",
                                    file.getFileName())
                            .isEmpty());
        }
    }

    @Test
    void shouldFindWhatAWorkerOfTheLastReleaseWouldMiss() {
        assertThat(takenAway("alter table job drop column filename;")).containsExactly("drop column");
        assertThat(takenAway("ALTER TABLE job\n    RENAME TO jobs;")).containsExactly("rename");
        assertThat(takenAway("alter table job alter column size type text, alter column media_type set not null;"))
                .hasSize(2);
        assertThat(takenAway("alter table job add column colour text not null;"))
                .hasSize(1);
        assertThat(takenAway("-- drop table\nalter table job add column colour text not null default '', add column"
                        + " shade text; drop index job_by_batch;"))
                .isEmpty();
    }

    private static int version(Path file) {
        Matcher version = VERSION.matcher(file.getFileName().toString());
        if (!version.matches()) {
            throw new IllegalStateException(file + " is no migration: V<number>__<name>.sql");
        }
        return Integer.parseInt(version.group(1));
    }

    private static List<String> takenAway(String sql) {
        String statements = COMMENT.matcher(sql).replaceAll("").replaceAll("\\s+", " ");
        return TAKES_AWAY
                .matcher(statements.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
