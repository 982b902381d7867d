package pl.paragon.manifests;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The four services, as this project's folders name them. */
enum Deployable {
    API("api-service"),
    OCR("ocr-worker"),
    ANALYSIS("analysis-worker"),
    PERSISTENCE("persistence-worker");

    private static final String LOCAL_STACK = "local-stack/src/main/java/pl/paragon/localstack/stack/Service.java";

    private final String module;

    Deployable(String module) {
        this.module = module;
    }

    String module() {
        return module;
    }

    /** The port in its own configuration. */
    int port() {
        return Integer.parseInt(Checkout.properties(module + "/src/main/resources/application.properties")
                .getProperty("quarkus.http.port"));
    }

    /** What the local stack starts its JVM with. Read from the source, since nothing but the local stack knows the local stack. */
    List<String> jvmOptions() {
        String source = Checkout.text(LOCAL_STACK);
        String own = found(source, "\\(\"" + module + "\", [^\"]*List\\.of\\(([^)]*)\\)");
        String common = found(source, "(?s) COMMON = List\\.of\\((.*?)\\);");
        return Stream.of(own, common)
                .flatMap(list -> Pattern.compile("\"([^\"]+)\"").matcher(list).results())
                .map((MatchResult option) -> option.group(1))
                .toList();
    }

    private static String found(String source, String pattern) {
        return Pattern.compile(pattern)
                .matcher(source)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(LOCAL_STACK + " has another form than this test knows"))
                .group(1);
    }
}
