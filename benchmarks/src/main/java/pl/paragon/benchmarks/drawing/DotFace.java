package pl.paragon.benchmarks.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A face made of dots, as printers of receipts have: each character in a cell of the same size. */
final class DotFace implements Face {

    private final int width;
    private final int height;
    private final double stretch;
    private final Map<Character, int[]> glyphs;
    private final Map<Key, BufferedImage> drawn = new HashMap<>();

    private record Key(char character, Pen pen, int ink) {}

    private DotFace(int width, int height, double stretch, Map<Character, int[]> glyphs) {
        this.width = width;
        this.height = height;
        this.stretch = stretch;
        this.glyphs = glyphs;
    }

    /** @param stretch how much taller than wide a dot is */
    static DotFace read(String resource, double stretch) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(DotFace.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            lines.readLine(); // where it comes from
            String[] size = lines.readLine().split(" ");
            Map<Character, int[]> glyphs = new HashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] rows = line.substring(2).split(" ");
                int[] bits = new int[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    bits[i] = Integer.parseInt(rows[i], 16);
                }
                glyphs.put(line.charAt(0), bits);
            }
            return new DotFace(Integer.parseInt(size[0]), Integer.parseInt(size[1]), stretch, glyphs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double leading() {
        return stretch * height / width;
    }

    @Override
    public double width(String text, Pen pen) {
        return text.length() * pen.cell() * pen.wide();
    }

    @Override
    public void draw(Graphics2D g, String text, double x, double top, Pen pen) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == ' ') {
                continue;
            }
            int left = (int) Math.round(x + i * pen.cell() * pen.wide());
            g.drawImage(glyph(character, pen, g.getColor()), left, (int) Math.round(top), null);
        }
    }

    private BufferedImage glyph(char character, Pen pen, Color ink) {
        return drawn.computeIfAbsent(new Key(character, pen, ink.getRGB()), key -> dots(key, ink));
    }

    private BufferedImage dots(Key key, Color ink) {
        int[] rows = glyphs.get(key.character());
        if (rows == null) {
            throw new IllegalArgumentException("the printer has no '" + key.character() + "'");
        }
        double across = key.pen().cell() * key.pen().wide() / width;
        double down = key.pen().cell() / width * stretch * key.pen().tall();
        double dot = key.pen().bold() ? 1.45 : 1.08;
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(across * (width + 1)),
                (int) Math.ceil(down * (height + 1)),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(ink);
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < width; x++) {
                if ((rows[y] >> (width - 1 - x) & 1) == 1) {
                    g.fill(new Rectangle2D.Double(x * across, y * down, across * dot, down * Math.min(dot, 1.15)));
                }
            }
        }
        g.dispose();
        return image;
    }
}
