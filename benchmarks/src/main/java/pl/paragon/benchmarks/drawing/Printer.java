package pl.paragon.benchmarks.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.pdfbox.pdmodel.PDDocument;
import pl.paragon.benchmarks.drawing.Face.Pen;
import pl.paragon.benchmarks.layout.Sheet;
import pl.paragon.benchmarks.layout.Sheet.Cell;
import pl.paragon.benchmarks.layout.Sheet.Row;

/** Prints a sheet: upright, even, not yet photographed. Not safe for use by several threads at a time. */
public final class Printer {

    private static final int SCREEN_CELL = 21;

    private final List<Face> thermal = List.of(
            DotFace.read("fixed-9x18.dots", 1.1),
            DotFace.read("fixed-10x20.dots", 1),
            DotFace.read("fixed-9x15.dots", 1.35),
            DotFace.read("fixed-8x13B.dots", 1.3),
            OutlineFace.read(Printer.class, "CourierPrime-Regular.ttf", 0.6));
    private final Face fixed = OutlineFace.read(Printer.class, "PTMono-Regular.ttf", 0.6);
    private final Face proportional =
            OutlineFace.read(PDDocument.class, "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf", 0.52);

    /** @param lot chooses the face, its size, how dark the ink is */
    public BufferedImage print(Sheet sheet, RandomGenerator lot) {
        Style style = style(sheet.look(), lot);
        double row = style.cell * style.face.leading() * style.spacing;
        double margin = style.cell * 2.2;
        double height = sheet.rows().stream().mapToDouble(r -> tall(r) * row).sum();
        BufferedImage image = new BufferedImage(
                (int) (sheet.columns() * style.cell + 2 * margin),
                (int) (height + 3 * margin),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(style.paper);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setColor(style.ink);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double top = 1.2 * margin;
        for (Row each : sheet.rows()) {
            draw(g, each, new Place(margin, top, sheet.columns(), row), style);
            top += tall(each) * row;
        }
        g.dispose();
        return image;
    }

    private record Style(Face face, double cell, double spacing, Color ink, Color paper) {}

    private record Place(double left, double top, int columns, double row) {}

    private Style style(Sheet.Look look, RandomGenerator lot) {
        return switch (look) {
            case THERMAL -> {
                int dark = lot.nextInt(15, 60);
                Color ink = new Color(dark, dark, dark + lot.nextInt(20));
                int light = lot.nextInt(232, 253);
                Color paper = new Color(light, light, light - lot.nextInt(12));
                yield new Style(
                        thermal.get(lot.nextInt(thermal.size())),
                        lot.nextInt(15, 22),
                        lot.nextDouble(1.0, 1.18),
                        ink,
                        paper);
            }
            case SCREEN_FIXED -> new Style(fixed, SCREEN_CELL, 1.05, new Color(35, 35, 35), Color.WHITE);
            case SCREEN -> new Style(proportional, SCREEN_CELL, 1.1, new Color(45, 45, 45), Color.WHITE);
            case SCREEN_DARK -> new Style(fixed, SCREEN_CELL, 1.2, new Color(240, 240, 240), new Color(1, 27, 47));
        };
    }

    private static double tall(Row row) {
        return switch (row) {
            case Row.Text text -> text.tall();
            case Row.Rule _ -> 0.5;
            case Row.Gap gap -> gap.lines();
            case Row.Bars _ -> 3;
            case Row.Sign _ -> 2.6;
        };
    }

    private static void draw(Graphics2D g, Row row, Place at, Style style) {
        switch (row) {
            case Row.Text text -> {
                Pen pen = new Pen(style.cell, text.wide(), text.tall(), text.bold());
                text.cells().forEach(cell -> write(g, cell, at, style, pen));
            }
            case Row.Rule _ ->
                g.draw(new Line2D.Double(
                        at.left, at.top + at.row / 4, at.left + at.columns * style.cell, at.top + at.row / 4));
            case Row.Gap _ -> {}
            case Row.Bars bars -> bars(g, at, style, bars.seed());
            case Row.Sign sign -> sign(g, at, style, sign.text());
        }
    }

    private static void write(Graphics2D g, Cell cell, Place at, Style style, Pen pen) {
        double anchor = at.left + cell.column() * style.cell;
        double width = style.face.width(cell.text(), pen);
        double x =
                switch (cell.align()) {
                    case LEFT -> anchor;
                    case CENTRE -> anchor - width / 2;
                    case RIGHT -> anchor - width;
                };
        style.face.draw(g, cell.text(), Math.max(style.cell / 2, x), at.top, pen);
    }

    private static void bars(Graphics2D g, Place at, Style style, long seed) {
        SplittableRandom lot = new SplittableRandom(seed);
        double x = at.left + at.columns * style.cell * 0.15;
        double end = at.left + at.columns * style.cell * 0.85;
        Color ink = g.getColor();
        if (style.paper.getRed() < 128) {
            g.setColor(Color.WHITE);
            g.fill(new Rectangle2D.Double(x - 20, at.top, end - x + 40, at.row * 2.7));
            g.setColor(Color.BLACK);
        }
        while (x < end) {
            double bar = lot.nextInt(1, 5) * style.cell / 7;
            g.fill(new Rectangle2D.Double(x, at.top + at.row * 0.3, bar, at.row * 2.2));
            x += bar + lot.nextInt(1, 4) * style.cell / 7;
        }
        g.setColor(ink);
    }

    private static void sign(Graphics2D g, Place at, Style style, String text) {
        Pen pen = new Pen(style.cell, 1.8, 1.6, true);
        double width = style.face.width(text, pen);
        double x = at.left + (at.columns * style.cell - width) / 2;
        g.fill(new Rectangle2D.Double(x - style.cell, at.top, width + 2 * style.cell, at.row * 2.2));
        Color ink = g.getColor();
        g.setColor(style.paper);
        style.face.draw(g, text, x, at.top + at.row * 0.25, pen);
        g.setColor(ink);
    }
}
