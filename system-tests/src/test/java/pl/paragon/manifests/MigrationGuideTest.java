package pl.paragon.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever comes from the predecessor finds each of its variables, and behind it a key that exists. */
class MigrationGuideTest {

    /** What the predecessor's documentation tells to set, and its models. */
    private static final List<String> VARIABLES = List.of(
            "CELERY_BROKER_URL",
            "CELERY_RESULT_BACKEND_URL",
            "CELERY_TASK_SERIALIZER",
            "CELERY_RESULT_SERIALIZER",
            "CELERY_ACCEPT_CONTENT",
            "CELERY_TIMEZONE",
            "CELERY_ENABLE_UTC",
            "CELERY_TASK_TRACK_STARTED",
            "CELERY_TASK_TIME_LIMIT",
            "CELERY_TASK_SOFT_TIME_LIMIT",
            "CELERY_WORKER_CONCURRENCY",
            "CELERY_WORKER_PREFETCH_MULTIPLIER",
            "CELERY_WORKER_MAX_TASKS_PER_CHILD",
            "UPLOAD_DIR",
            "OLLAMA_URL",
            "OLLAMA_MODEL",
            "DATABASE_URL",
            "REDIS_URL");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern KEY = Pattern.compile("(?:paragon|quarkus|kafka)\\.[a-z0-9.-]+");
    /** Of the framework, with defaults that no file of ours repeats. */
    private static final Set<String> FRAMEWORK = Set.of("quarkus.log.level");

    /** One row: the predecessor's names, the keys here, and the modules that have them. */
    private record Row(List<String> variables, List<String> keys, List<String> modules) {}

    @Test
    void shouldNameEveryVariableOfThePredecessor() {
        assertThat(rows().stream().flatMap(row -> row.variables().stream())).containsAll(VARIABLES);
    }

    @Test
    void shouldNameKeysThatTheServiceHas() {
        for (Row row : rows()) {
            for (String module : row.modules()) {
                Set<String> known = ConfigurationKeys.environmentNames(module);
                for (String key : row.keys()) {
                    if (!FRAMEWORK.contains(key)) {
                        assertThat(known)
                                .as("docs/migration.md: %s has no key %s", module, key)
                                .contains(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
                    }
                }
            }
        }
    }

    @Test
    void shouldNameNoOtherKeyThatNobodyHas() {
        Set<String> known = new TreeSet<>();
        for (Deployable service : Deployable.values()) {
            known.addAll(ConfigurationKeys.environmentNames(service.module()));
        }

        assertThat(KEY.matcher(Checkout.text("docs/migration.md"))
                        .results()
                        .map(key -> key.group().replaceAll("\\.$", ""))
                        .filter(key -> !FRAMEWORK.contains(key)))
                .allSatisfy(key -> assertThat(known)
                        .contains(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT)));
    }

    /** Of the tables with four columns. */
    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String line : Checkout.text("docs/migration.md").lines().toList()) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 6 && cells[1].contains("`")) {
                rows.add(new Row(code(cells[1]), code(cells[2]), modules(cells[3].strip())));
            }
        }
        assertThat(rows).hasSizeGreaterThan(20);
        return rows;
    }

    private static List<String> code(String cell) {
        return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
    }

    private static List<String> modules(String of) {
        return switch (of) {
            case "" -> List.of();
            case "every service" -> List.of("api-service", "ocr-worker", "analysis-worker", "persistence-worker");
            case "every worker" -> List.of("ocr-worker", "analysis-worker", "persistence-worker");
            default -> List.of(of);
        };
    }
}
