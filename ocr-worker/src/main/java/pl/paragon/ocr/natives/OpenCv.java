package pl.paragon.ocr.natives;

import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;

/** Loads OpenCV's natives; once per process, before anything else of OpenCV is touched. */
public final class OpenCv {

    private OpenCv() {}

    /**
     * @param folder where they are unpacked, and found again at the next start
     * @throws UnsupportedPlatformException with a sentence for whoever runs the worker
     */
    public static synchronized void load(Path folder) {
        System.setProperty("org.bytedeco.javacpp.cachedir", folder.toString());
        // JavaCPP would count native memory against the Java heap's limit and refuse pictures that fit.
        System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        // Otherwise it writes to standard error, past the log.
        System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        try {
            Loader.load(opencv_imgproc.class);
            Loader.load(opencv_imgcodecs.class);
        } catch (LinkageError e) {
            throw new UnsupportedPlatformException(
                    "OpenCV's natives cannot be loaded on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch")
                            + ". Linux x86-64 with glibc 2.34 and libstdc++6 has all it needs; "
                            + "for another platform build with "
                            + "-Dnatives.platform=… (linux-arm64, macosx-arm64).",
                    e);
        }
        // As many pictures at a time as there are processors is faster than many threads for one.
        opencv_core.setNumThreads(1);
    }
}
