package pl.paragon.ocr.tesseract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.ocr.natives.BundledFiles;
import pl.paragon.ocr.natives.UnsupportedPlatformException;

/**
 * Tesseract's library and language data: those packed with the worker, or on another platform those of the system. The
 * bundled library is built without OpenMP, so one engine is one thread; for a system's library, start the process with
 * {@code OMP_THREAD_LIMIT=1}.
 */
public final class TesseractInstallation {

    private static final Logger LOG = Logger.getLogger(TesseractInstallation.class);

    private static final String PLATFORM = "linux-x86_64";
    private static final String LIBRARY = "libtesseract.so.5.5";
    private static final String LEPTONICA = "libleptonica.so.6";
    private static final List<Path> SYSTEM_DATA = List.of(
            Path.of("/usr/share/tesseract-ocr/5/tessdata"),
            Path.of("/usr/share/tessdata"),
            Path.of("/usr/local/share/tessdata"),
            Path.of("/opt/homebrew/share/tessdata"));

    private final TesseractApi api;
    private final Path data;
    private final String languages;

    private TesseractInstallation(TesseractApi api, Path data, List<String> languages) {
        this.api = api;
        this.data = data;
        this.languages = String.join("+", languages);
    }

    /**
     * Finds Tesseract, unpacking what is bundled.
     *
     * @param folder for what is unpacked; reused at the next start
     * @param ownData language data of the operator's own, instead of what is bundled
     * @param languages by their codes in Tesseract, the main one first
     * @throws UnsupportedPlatformException if there is none; the message names what to install
     */
    public static TesseractInstallation find(Path folder, Optional<Path> ownData, List<String> languages) {
        try {
            BundledFiles files = new BundledFiles(folder, TesseractInstallation.class.getClassLoader());
            TesseractApi api = load(files);
            return new TesseractInstallation(api, data(files, folder, ownData, languages), languages);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Tesseract's files cannot be unpacked to '" + folder
                            + "'. Set paragon.ocr.runtime-directory to a folder that this user may write.",
                    e);
        }
    }

    private static TesseractApi load(BundledFiles files) throws IOException {
        Optional<Path> bundled = isBundledPlatform() ? library(files) : Optional.empty();
        if (bundled.isPresent()) {
            try {
                return new TesseractApi(bundled.get().toString());
            } catch (UnsatisfiedLinkError e) {
                LOG.warnf(
                        "The bundled Tesseract does not fit this system (%s); trying the system's own", e.getMessage());
            }
        }
        return systemLibrary();
    }

    static boolean isBundledPlatform() {
        String arch = System.getProperty("os.arch");
        return System.getProperty("os.name").equals("Linux") && (arch.equals("amd64") || arch.equals("x86_64"));
    }

    private static Optional<Path> library(BundledFiles files) throws IOException {
        Optional<Path> leptonica = files.unpack("org/bytedeco/leptonica/" + PLATFORM + "/" + LEPTONICA, LEPTONICA);
        return leptonica.isEmpty()
                ? Optional.empty()
                : files.unpack("org/bytedeco/tesseract/" + PLATFORM + "/" + LIBRARY, LIBRARY);
    }

    private static TesseractApi systemLibrary() {
        try {
            TesseractApi api = new TesseractApi("tesseract");
            LOG.infof("Using the system's Tesseract %s", api.calls().TessVersion());
            return api;
        } catch (UnsatisfiedLinkError e) {
            throw new UnsupportedPlatformException(
                    "There is no Tesseract for " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch")
                            + ". Install it with the system's package manager and start again: '"
                            + "apt-get install tesseract-ocr tesseract-ocr-pol' "
                            + "(Debian, Ubuntu), 'dnf install tesseract tesseract-langpack-pol' (Fedora), "
                            + "'brew install tesseract tesseract-lang' (macOS).",
                    e);
        }
    }

    private static Path data(BundledFiles files, Path folder, Optional<Path> ownData, List<String> languages)
            throws IOException {
        if (ownData.isPresent()) {
            requireAll(ownData.get(), languages);
            return ownData.get();
        }
        for (String language : languages) {
            String name = language + ".traineddata";
            if (files.unpack("tessdata/" + name + ".gz", name).isEmpty()) {
                files.unpack("tessdata/" + name, name);
            }
        }
        return has(folder, languages) ? folder : systemData(folder, languages);
    }

    private static Path systemData(Path folder, List<String> languages) {
        Optional<Path> system =
                SYSTEM_DATA.stream().filter(data -> has(data, languages)).findFirst();
        if (system.isEmpty()) {
            requireAll(folder, languages);
        }
        return system.orElse(folder);
    }

    private static boolean has(Path data, List<String> languages) {
        return languages.stream().allMatch(language -> Files.exists(data.resolve(language + ".traineddata")));
    }

    private static void requireAll(Path data, List<String> languages) {
        for (String language : languages) {
            if (!Files.exists(data.resolve(language + ".traineddata"))) {
                throw new IllegalArgumentException("Tesseract has no data for the language '" + language
                        + "'. Put " + language
                        + ".traineddata into a folder together with that of the other languages and set "
                        + "paragon.ocr.tessdata-directory to it, or install the package tesseract-ocr-" + language
                        + ".");
            }
        }
    }

    TesseractApi api() {
        return api;
    }

    Path data() {
        return data;
    }

    /** As Tesseract wants them: joined by {@code +}. */
    String languages() {
        return languages;
    }

    /** The library's version. */
    public String version() {
        return api.calls().TessVersion();
    }
}
