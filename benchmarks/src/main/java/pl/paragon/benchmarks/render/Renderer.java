package pl.paragon.benchmarks.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import pl.paragon.benchmarks.camera.Camera;
import pl.paragon.benchmarks.camera.Condition;
import pl.paragon.benchmarks.drawing.Printer;
import pl.paragon.benchmarks.layout.Layout;
import pl.paragon.benchmarks.layout.Rendition;
import pl.paragon.benchmarks.layout.Sheet.Look;
import pl.paragon.benchmarks.truth.Truth;

/**
 * Renders receipts with their truth. Receipt {@code n} of a seed is the same whoever asks for it, and however many are
 * asked for; layouts and conditions take turns, so that each meets each. Not safe for use by several threads at a time.
 */
public final class Renderer {

    private static final List<Layout> LAYOUTS = Layouts.all();

    private final long seed;
    private final Printer printer = new Printer();

    public Renderer(long seed) {
        this.seed = seed;
    }

    /**
     * Writes the picture and, beside it, its truth.
     *
     * @param number from 0
     * @return the picture's file
     */
    public Path render(int number, Path folder) throws IOException {
        RandomGenerator lot = new SplittableRandom(seed * 1_000_003 + number);
        Layout layout = LAYOUTS.get(number % LAYOUTS.size());
        List<Condition> conditions = layout.look() == Look.THERMAL ? Condition.OF_PAPER : Condition.OF_SCREENS;
        // One further at each layout and each round, so that no layout always meets the same condition.
        Condition condition = conditions.get((number / LAYOUTS.size() + number % LAYOUTS.size()) % conditions.size());
        Rendition rendition = layout.draw(lot);
        BufferedImage print = printer.print(rendition.sheet(), lot);
        Camera.Shot shot = new Camera(lot).shoot(print, condition);
        String name = "%04d-%s-%s".formatted(number, layout.id(), condition.id());
        Path picture = folder.resolve(name + (shot.quality() > 1 ? ".png" : ".jpg"));
        write(shot, picture);
        rendition.truth().of(new Truth.Kind(layout.id(), condition.id())).write(Truth.beside(picture));
        return picture;
    }

    private static void write(Camera.Shot shot, Path file) throws IOException {
        if (shot.quality() > 1) {
            ImageIO.write(shot.image(), "png", file.toFile());
            return;
        }
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality((float) shot.quality());
            writer.setOutput(out);
            writer.write(null, new IIOImage(shot.image(), null, null), settings);
        } finally {
            writer.dispose();
        }
    }
}
