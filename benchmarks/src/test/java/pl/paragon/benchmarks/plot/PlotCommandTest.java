package pl.paragon.benchmarks.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import picocli.CommandLine;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.report.ResultFile;
import pl.paragon.benchmarks.sidebyside.Bar;
import pl.paragon.benchmarks.sidebyside.Figures;
import pl.paragon.benchmarks.sidebyside.Target.Kind;

class PlotCommandTest {

    private static final Bar NONE = new Bar.None();

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();
    private final StringWriter out = new StringWriter();

    @Test
    void shouldDrawEachUnitOfAFile() throws Exception {
        // given
        Figures figures = new Figures();
        figures.add(Kind.PARAGON, Map.of("clients", 8), "p50", "ms", NONE, 6);
        figures.add(Kind.REFERENCE, Map.of("clients", 8), "p50", "ms", NONE, 3);
        figures.add(Kind.PARAGON, Map.of("clients", 8), "uploads", "1/s", NONE, 1_234);
        keep(figures);

        // when
        int exit = plot();

        // then
        assertThat(exit).as(errors.toString()).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        Document milliseconds = svg("uploads-ms.svg");
        assertThat(texts(milliseconds))
                .contains("uploads, ms", "clients 8: p50", "6.00", "3.00", "● Paragon", "■ reference");
        assertThat(texts(svg("uploads-per-s.svg")))
                .contains("uploads, 1/s", "clients 8: uploads", "1,234")
                .doesNotContain("■ reference");
        assertThat(at(milliseconds, "circle", "cx")).as("6 ms between 1 and 10").containsExactly(300 + 303);
        assertThat(at(milliseconds, "rect", "x"))
                .as("3 ms, from the middle of its square")
                .endsWith(300 + 186 - 5);
        assertThat(at(milliseconds, "line", "x1"))
                .as("ticks at 1 and 10, and a line")
                .containsExactly(300, 690, 300);
    }

    @Test
    void shouldEscapeWhatIsMarkupInSvg() throws Exception {
        // given
        Figures figures = new Figures();
        figures.add(Kind.PARAGON, Map.of("of", "a<b & c"), "p50", "ms", NONE, 6);
        keep(figures);

        // when
        plot();

        // then
        assertThat(texts(svg("uploads-ms.svg"))).contains("of a<b & c: p50");
    }

    @Test
    void shouldSayThatThereIsNothingToDraw() {
        assertThat(plot()).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(errors.toString())
                .contains("There are no results in " + folder, "copy a file of benchmarks/results");
    }

    @Test
    void shouldNameTheLineThatIsNoResult() throws IOException {
        // given
        Files.writeString(folder.resolve("uploads.jsonl"), "{\"benchmark\":\"uploads\"}\n");

        // then
        assertThat(plot()).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(errors.toString()).contains("uploads.jsonl, line 1 is no result of a benchmark");
    }

    private void keep(Figures figures) throws IOException {
        Provenance provenance = Provenance.of(List.of("uploads"), Clock.systemUTC());
        Path written = new ResultFile(folder).write("uploads", provenance, figures.rows());
        Files.move(written, folder.resolve("uploads.jsonl"));
    }

    private int plot() {
        return new CommandLine(new PlotCommand())
                .setErr(new PrintWriter(errors))
                .setOut(new PrintWriter(out))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(folder.toString());
    }

    private Document svg(String name) throws Exception {
        byte[] file = Files.readString(folder.resolve(name)).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    private static List<String> texts(Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<Integer> at(Document svg, String name, String attribute) {
        return elements(svg, name).stream()
                .filter(element -> element.hasAttribute(attribute))
                .map(element -> Integer.valueOf(element.getAttribute(attribute)))
                .toList();
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList all = svg.getElementsByTagName(name);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }
}
