package pl.paragon.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code ./paragon}, against every place that names one. */
class CommandsTest {

    private static final String SCRIPT = Checkout.text("paragon");
    private static final Pattern LABEL = Pattern.compile("(?m)^ {2}([a-z-]+(?: \\| [a-z-]+)*)\\)$");
    private static final Pattern IN_HELP = Pattern.compile("(?m)^ {2}([a-z][a-z-]*) .*");
    private static final Pattern MENTIONED = Pattern.compile("\\./paragon ([a-z]+(?:-[a-z]+)*)");
    private static final Pattern SUBCOMMAND =
            Pattern.compile("@Command\\(\\s*name = \"([a-z-]+)\"(?!,\\s*hidden = true)");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".paragon", "shared", "node_modules");
    private static final long LARGEST_TEXT = 300_000;

    @TempDir
    Path folder;

    @Test
    void shouldKnowTheCommandsOfTheHelpAndNoOthers() {
        // given
        String help = SCRIPT.substring(SCRIPT.indexOf("usage: ./paragon"), SCRIPT.indexOf("\nTEXT\n"));

        // when, then
        assertThat(known())
                .as("the cases at the end of the script paragon, against its help()")
                .isEqualTo(found(IN_HELP, help));
    }

    @Test
    void shouldBeKnownWhereverItIsSaidToBeCalled() throws IOException {
        // given
        Set<String> known = known();

        // when
        List<String> unknown = texts().flatMap(file -> MENTIONED
                        .matcher(read(file))
                        .results()
                        .filter(mention -> !known.contains(mention.group(1)))
                        .map(mention -> Checkout.ROOT.relativize(file) + ": " + mention.group()))
                .toList();

        // then
        assertThat(unknown)
                .as("there is no such command: add it to the script paragon, or correct the text")
                .isEmpty();
    }

    @Test
    void shouldHandOnToTheProgramWhatTheProgramKnows() {
        // given
        String cases = SCRIPT.substring(SCRIPT.lastIndexOf("\ncase "));
        Set<String> handedOn = Arrays.stream(cases.split(";;"))
                .filter(branch -> branch.contains("run_cli"))
                .flatMap(branch -> found(LABEL, branch).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        // when
        Set<String> subcommands = Stream.of("local-stack", "operations")
                .flatMap(module -> Checkout.files(module + "/src/main/java", "Command.java").stream())
                .flatMap(file -> found(SUBCOMMAND, read(file)).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        // then
        assertThat(handedOn).isNotEmpty().isEqualTo(subcommands);
    }

    @Test
    void shouldExplainItsOwnCommandsWithoutRunningThem() throws Exception {
        for (String command : List.of("test", "build", "images", "format")) {
            Said said = run(System.getenv("PATH"), command, "--help");
            assertThat(said.exitCode()).as(said.text()).isZero();
            assertThat(said.text()).startsWith("usage: ./paragon " + command);
        }
    }

    @Test
    void shouldSayThatImagesNeedDockerBeforeItBuildsAnything() throws Exception {
        // given: a machine with the tools that every system has
        for (String tool : List.of("dirname", "readlink")) {
            Files.createSymbolicLink(folder.resolve(tool), tool(tool));
        }

        // when
        Said without = run(folder.toString(), "images");
        docker("[ \"$1\" != compose ]");
        Said withoutCompose = run(folder.toString(), "images");
        docker("[ \"$1\" = compose ] || { echo 'Cannot connect to the daemon' >&2; false; }");
        Said withoutEngine = run(folder.toString(), "images");

        // then
        assertThat(List.of(without.exitCode(), withoutCompose.exitCode(), withoutEngine.exitCode()))
                .containsOnly(1);
        assertThat(without.text()).contains("no docker on the PATH", "docs.docker.com/engine/install");
        assertThat(withoutCompose.text()).contains("Compose plugin");
        assertThat(withoutEngine.text()).contains("running Docker engine", "Cannot connect to the daemon");
    }

    private static Set<String> known() {
        return found(LABEL, SCRIPT.substring(SCRIPT.lastIndexOf("\ncase ")));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .flatMap(Pattern.compile(" \\| ")::splitAsStream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> texts() throws IOException {
        List<Path> texts;
        try (Stream<Path> files = Files.walk(Checkout.ROOT)) {
            texts = files.filter(file -> Stream.iterate(file, f -> !f.equals(Checkout.ROOT), Path::getParent)
                            .noneMatch(f -> NOT_OURS.contains(f.getFileName().toString())))
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() < LARGEST_TEXT)
                    .toList();
        }
        return texts.stream();
    }

    private static String read(Path file) {
        try {
            // A charset that decodes any byte: pictures and models are searched as well.
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path tool(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private void docker(String answer) throws IOException {
        Path docker = folder.resolve("docker");
        Files.writeString(docker, "#!" + tool("bash") + "\n" + answer + "\n");
        assertThat(docker.toFile().setExecutable(true)).isTrue();
    }

    private record Said(int exitCode, String text) {}

    private static Said run(String path, String... words) throws IOException, InterruptedException {
        List<String> line = Stream.concat(
                        Stream.of(
                                tool("bash").toString(),
                                Checkout.ROOT.resolve("paragon").toString()),
                        Stream.of(words))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("PATH", path);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
