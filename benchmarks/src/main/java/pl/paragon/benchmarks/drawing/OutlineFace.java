package pl.paragon.benchmarks.drawing;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A face made of outlines, as a screen shows it; fixed in width or not. */
final class OutlineFace implements Face {

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unit;
    private final double cellOfEm;
    private final Map<Integer, GeneralPath> paths = new HashMap<>();

    /** @param cellOfEm the width of a usual character in ems */
    private OutlineFace(TrueTypeFont font, double cellOfEm) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.unit = 1.0 / font.getUnitsPerEm();
        this.cellOfEm = cellOfEm;
    }

    static OutlineFace read(Class<?> of, String resource, double cellOfEm) {
        try (InputStream file = of.getResourceAsStream(resource)) {
            return new OutlineFace(new TTFParser().parse(new RandomAccessReadBuffer(file)), cellOfEm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double leading() {
        return 1.25 / cellOfEm;
    }

    @Override
    public double width(String text, Pen pen) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += advance(glyphs.getGlyphId(text.charAt(i)));
        }
        return width * em(pen) * pen.wide();
    }

    @Override
    public void draw(Graphics2D g, String text, double x, double top, Pen pen) {
        double em = em(pen);
        double baseline = top + em * pen.tall();
        double at = x;
        for (int i = 0; i < text.length(); i++) {
            int glyph = glyphs.getGlyphId(text.charAt(i));
            if (glyph == 0) {
                throw new IllegalArgumentException("the face has no '" + text.charAt(i) + "'");
            }
            AffineTransform place = AffineTransform.getTranslateInstance(at, baseline);
            place.scale(em * unit * pen.wide(), -em * unit * pen.tall());
            Shape shape = place.createTransformedShape(path(glyph));
            g.fill(shape);
            if (pen.bold()) {
                g.setStroke(new BasicStroke((float) (em / 22)));
                g.draw(shape);
            }
            at += advance(glyph) * em * pen.wide();
        }
    }

    private double em(Pen pen) {
        return pen.cell() / cellOfEm;
    }

    private double advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph) * unit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GeneralPath path(int glyph) {
        return paths.computeIfAbsent(glyph, id -> {
            try {
                GlyphData data = font.getGlyph().getGlyph(id);
                return data == null ? new GeneralPath() : data.getPath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
