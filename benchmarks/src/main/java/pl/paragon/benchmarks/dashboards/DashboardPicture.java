package pl.paragon.benchmarks.dashboards;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.None;

/** A dashboard with its data as one picture: where Grafana puts each panel, drawn by XChart. */
final class DashboardPicture {

    /** Of a column and a row of Grafana's grid, in pixels. */
    private static final int COLUMN = 60;

    private static final int ROW = 34;
    private static final int COLUMNS = 24;
    private static final int HEAD = 48;
    private static final int GAP = 6;
    /** More series than that are named in a column beside the plot, which takes width. */
    private static final int LONGEST_LEGEND_BELOW = 3;

    private static final int LONGEST_LEGEND = 10;

    private static final Color PAPER = new Color(0xf4f5f5);
    private static final Color INK = new Color(0x24292e);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final BufferedImage image;
    private final Graphics2D pen;
    private final Range range;

    DashboardPicture(Dashboard dashboard, Range range) {
        this.range = range;
        this.image =
                new BufferedImage(COLUMNS * COLUMN, HEAD + dashboard.height() * ROW + GAP, BufferedImage.TYPE_INT_RGB);
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        write(dashboard.title() + ", " + TIME.format(range.to()), Font.BOLD, 20, GAP * 2, HEAD - 18);
    }

    /** @param series what each of the panel's queries gave, by the name in its legend */
    void add(Panel panel, Map<String, Series> series) {
        Panel.Place place = panel.place();
        int x = place.x() * COLUMN + GAP / 2;
        int y = HEAD + place.y() * ROW + GAP / 2;
        int width = place.width() * COLUMN - GAP;
        int height = place.height() * ROW - GAP;
        if (panel.kind().equals(Panel.ROW)) {
            write(panel.title(), Font.BOLD, 15, x + GAP, y + height - GAP);
            return;
        }
        pen.setColor(Color.WHITE);
        pen.fillRect(x, y, width, height);
        if (panel.kind().equals(Panel.STAT)) {
            write(panel.title(), Font.PLAIN, 13, x + GAP, y + 18);
            write(lastValues(panel, series), Font.BOLD, 26, x + 2 * GAP, y + height / 2 + 18);
            return;
        }
        Graphics2D part = (Graphics2D) pen.create(x, y, width, height);
        chart(panel, series, width, height).paint(part, width, height);
        part.dispose();
    }

    BufferedImage finished() {
        pen.dispose();
        return image;
    }

    private static String lastValues(Panel panel, Map<String, Series> series) {
        Unit unit = Unit.of(panel.unit());
        return series.entrySet().stream()
                .map(one -> (series.size() > 1 ? one.getKey() + ": " : "")
                        + unit.format(one.getValue().last()))
                .collect(Collectors.joining("   "));
    }

    private XYChart chart(Panel panel, Map<String, Series> series, int width, int height) {
        Unit unit = Unit.of(panel.unit());
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(panel.title()
                        + (unit.suffix().isEmpty() ? "" : " [" + unit.suffix().strip() + "]"))
                .theme(Styler.ChartTheme.GGPlot2)
                .build();
        boolean below = series.size() <= LONGEST_LEGEND_BELOW;
        Font small = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
        chart.getStyler()
                .setDatePattern("HH:mm")
                .setTimezone(TimeZone.getTimeZone("UTC"))
                .setXAxisMaxLabelCount(6)
                .setPlotGridVerticalLinesVisible(false)
                .setAxisTickLabelsFont(small)
                .setAxisTitlesVisible(false)
                .setChartBackgroundColor(Color.WHITE)
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13))
                .setChartTitleBoxVisible(false)
                .setChartPadding(GAP)
                .setLegendFont(small)
                .setLegendPosition(below ? Styler.LegendPosition.OutsideS : Styler.LegendPosition.OutsideE)
                .setLegendLayout(below ? Styler.LegendLayout.Horizontal : Styler.LegendLayout.Vertical)
                .setLegendPadding(2)
                .setLegendSeriesLineLength(14)
                .setLegendBorderColor(Color.WHITE)
                .setLegendVisible(series.size() <= LONGEST_LEGEND);
        double highest = 0;
        for (Map.Entry<String, Series> one : series.entrySet()) {
            double[] values =
                    DoubleStream.of(one.getValue().values()).map(unit::scaled).toArray();
            highest = Math.max(
                    highest,
                    DoubleStream.of(values).filter(Double::isFinite).max().orElse(0));
            List<Date> dates = DoubleStream.of(one.getValue().seconds())
                    .mapToLong(seconds -> (long) (seconds * 1000))
                    .mapToObj(Date::new)
                    .toList();
            chart.addSeries(one.getKey(), dates, DoubleStream.of(values).boxed().toList())
                    .setMarker(new None())
                    .setLineWidth(1.6f);
        }
        chart.getStyler()
                .setXAxisMin((double) range.from().toEpochMilli())
                .setXAxisMax((double) range.to().toEpochMilli())
                .setYAxisMin(0.0)
                .setYAxisMax(highest > 0 ? highest * 1.05 : 1.0);
        return chart;
    }

    private void write(String text, int style, int size, int x, int y) {
        pen.setColor(INK);
        pen.setFont(new Font(Font.SANS_SERIF, style, size));
        pen.drawString(text, x, y);
    }
}
