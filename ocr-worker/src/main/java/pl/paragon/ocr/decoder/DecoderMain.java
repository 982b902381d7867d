package pl.paragon.ocr.decoder;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import pl.paragon.ocr.heif.HeifException;

/**
 * The decoder: one picture, named by the arguments, to standard output. Whatever goes wrong ends in an exit status that
 * {@link DecoderFault} knows; any other error is ours, and its trace goes to standard error.
 */
public final class DecoderMain {

    private DecoderMain() {}

    /**
     * The kinds that are decoded here; {@code HEIF} has its size in the container.
     *
     * @param kind of decoder
     * @param index of the picture in its file
     * @param width that the picture must have
     * @param reduction by which both sides are made smaller
     */
    record Order(Kind kind, Path file, int index, int width, int height, int reduction) {

        enum Kind {
            HEIF,
            JPEG2000,
            TIFF,
            GIF,
            BMP
        }

        static Order of(String... words) {
            return new Order(
                    Kind.valueOf(words[0]),
                    Path.of(words[1]),
                    Integer.parseInt(words[2]),
                    Integer.parseInt(words[3]),
                    Integer.parseInt(words[4]),
                    Integer.parseInt(words[5]));
        }

        String[] words() {
            return new String[] {
                kind.name(),
                file.toString(),
                String.valueOf(index),
                String.valueOf(width),
                String.valueOf(height),
                String.valueOf(reduction)
            };
        }
    }

    public static void main(String[] arguments) {
        Runtime.getRuntime().halt(run(Order.of(arguments)));
    }

    private static int run(Order order) {
        try (BufferedOutputStream pixels =
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
            decode(order, new PixelSink(pixels));
            return 0;
        } catch (DecoderException e) {
            return e.fault().status();
        } catch (HeifException e) {
            return switch (e.fault()) {
                case BROKEN -> DecoderFault.BROKEN.status();
                case UNSUPPORTED -> DecoderFault.UNSUPPORTED.status();
            };
        } catch (OutOfMemoryError e) {
            return DecoderFault.TOO_LARGE.status();
        } catch (StackOverflowError e) {
            return DecoderFault.BROKEN.status();
        } catch (IOException | RuntimeException e) {
            // The JDK's readers throw any of these at a file that contradicts itself.
            return unsupported(e) ? DecoderFault.UNSUPPORTED.status() : DecoderFault.BROKEN.status();
        }
    }

    private static boolean unsupported(Exception e) {
        return e instanceof UnsupportedOperationException
                || e instanceof IIOException
                        && e.getMessage() != null
                        && e.getMessage().contains("nsupported");
    }

    private static void decode(Order order, PixelSink out) throws IOException, DecoderException, HeifException {
        CodedPictures coded = new CodedPictures(out, order.reduction());
        JdkPictures jdk = new JdkPictures(out);
        switch (order.kind()) {
            case HEIF -> coded.heif(order.file());
            case JPEG2000 -> coded.jpeg2000(order.file(), order.width(), order.height());
            case TIFF -> tiff(order, jdk, coded, out);
            case GIF -> jdk.write("gif", order.file(), order.index(), order.width(), order.height());
            case BMP -> jdk.write("bmp", order.file(), order.index(), order.width(), order.height());
        }
        out.end();
    }

    /**
     * FFmpeg knows varieties that the JDK does not, such as 16 bits packed as differences; the JDK needs less memory.
     */
    private static void tiff(Order order, JdkPictures jdk, CodedPictures coded, PixelSink out)
            throws IOException, DecoderException {
        try {
            jdk.write("tiff", order.file(), order.index(), order.width(), order.height());
        } catch (IOException | RuntimeException e) {
            if (out.hasBegun()) {
                throw e;
            }
            coded.tiff(order.file(), order.index(), order.width(), order.height());
        }
    }
}
