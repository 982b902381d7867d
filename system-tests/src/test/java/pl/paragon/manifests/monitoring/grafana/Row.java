package pl.paragon.manifests.monitoring.grafana;

import java.util.ArrayList;
import java.util.List;

/** Panels under a heading. */
public record Row(String title, List<Panel> panels) {

    public static Row of(String title, Panel... panels) {
        return new Row(title, List.of(panels));
    }

    /** Follows from its title, as a panel's does. */
    int id() {
        return Panel.id(title);
    }

    /** The panels, spread evenly over as few lines as they fit on. */
    List<List<Panel>> lines() {
        int most = panels.stream()
                .mapToInt(panel -> panel.kind().mostInALine())
                .min()
                .orElseThrow();
        int lines = Math.ceilDiv(panels.size(), most);
        List<List<Panel>> spread = new ArrayList<>();
        for (int line = 0; line < lines; line++) {
            spread.add(panels.subList(panels.size() * line / lines, panels.size() * (line + 1) / lines));
        }
        return spread;
    }
}
