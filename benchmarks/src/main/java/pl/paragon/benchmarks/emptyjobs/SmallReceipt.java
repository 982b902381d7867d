package pl.paragon.benchmarks.emptyjobs;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.sidebyside.UploadRequest;
import pl.paragon.benchmarks.uploads.PaddedJpeg;

/**
 * The smallest picture that is accepted as a receipt, in a file of 1 kB: white paper, for a reader that does not look.
 */
public final class SmallReceipt {

    private static final int SIDE = 100;
    private static final int BYTES = 1_000;

    private SmallReceipt() {}

    public static PaddedJpeg file() throws IOException {
        BufferedImage paper = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        if (!ImageIO.write(paper, "jpg", jpeg)) {
            throw new IOException("This JDK writes no JPEG");
        }
        return PaddedJpeg.of(jpeg.toByteArray(), BYTES);
    }

    /** So many uploads, each like no other one. */
    public static List<UploadRequest> uploads(Target target, int count) throws IOException {
        PaddedJpeg file = file();
        return IntStream.range(0, count).mapToObj(i -> file.upload(target)).toList();
    }
}
