package pl.paragon.manifests.monitoring.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import pl.paragon.manifests.Node;

class DashboardTest {

    @Test
    void shouldSpreadPanelsEvenlyOverTheLinesThatTheyNeed() {
        // when
        List<Node> panels = panels(Row.of("seven", graphs(7)), Row.of("four", numbers(4)));

        // then: a heading of one line, then panels of eight; below them figures, which are lower
        assertThat(panels)
                .extracting(panel -> panel.at("gridPos").value().toString())
                .containsExactly(
                        "{x=0, y=0, w=24, h=1}",
                        "{x=0, y=1, w=12, h=8}",
                        "{x=12, y=1, w=12, h=8}",
                        "{x=0, y=9, w=12, h=8}",
                        "{x=12, y=9, w=12, h=8}",
                        "{x=0, y=17, w=8, h=8}",
                        "{x=8, y=17, w=8, h=8}",
                        "{x=16, y=17, w=8, h=8}",
                        "{x=0, y=25, w=24, h=1}",
                        "{x=0, y=26, w=6, h=5}",
                        "{x=6, y=26, w=6, h=5}",
                        "{x=12, y=26, w=6, h=5}",
                        "{x=18, y=26, w=6, h=5}");
    }

    @Test
    void shouldKeepTheIdOfAPanelWhenOthersAreAddedBeforeIt() {
        // when
        Node alone = panels(Row.of("row", graph("kept"))).get(1);
        Node third = panels(Row.of("new", graph("added")), Row.of("row", graph("other"), graph("kept")))
                .getLast();

        // then
        assertThat(third.at("title")).isEqualTo(alone.at("title"));
        assertThat(third.at("id")).isEqualTo(alone.at("id"));
    }

    @Test
    void shouldColourWhatIsBad() {
        // when
        List<Node> panels =
                panels(Row.of("row", graph("a").badFrom(6), graph("b").badBelow(0.25)));

        // then
        assertThat(steps(panels.get(1))).isEqualTo("[{color=green, value=null}, {color=red, value=6.0}]");
        assertThat(steps(panels.get(2))).isEqualTo("[{color=red, value=null}, {color=green, value=0.25}]");
    }

    @Test
    void shouldAskOnceForWhatHoldsNow() {
        // when
        List<Node> panels = panels(Row.of("row", graph("over time"), numbers(1)[0]));

        // then
        assertThat(panels.get(1).at("targets").items().getFirst().at("range").value())
                .isEqualTo(true);
        assertThat(panels.get(2).at("targets").items().getFirst().at("instant").value())
                .isEqualTo(true);
    }

    private static String steps(Node panel) {
        return panel.at("fieldConfig", "defaults", "thresholds", "steps").text();
    }

    private static Panel[] graphs(int count) {
        return IntStream.range(0, count).mapToObj(i -> graph("graph " + i)).toArray(Panel[]::new);
    }

    private static Panel[] numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Panel.number("number " + i, Unit.COUNT, "If it is bad, act.", Query.of("x", "x")))
                .toArray(Panel[]::new);
    }

    private static Panel graph(String title) {
        return Panel.graph(title, Unit.COUNT, "If it is bad, act.", Query.of("x", "x"));
    }

    private static List<Node> panels(Row... rows) {
        String json = Dashboard.of("some", "Some", "Some.", rows).json();
        return new Node(new Yaml().load(json)).at("panels").items();
    }
}
