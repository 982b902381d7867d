package pl.paragon.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The built OCR worker says whose native code it carries, under which licence, and where its source is. */
class LicencesIT {

    private static final Path APPLICATION = Checkout.ROOT.resolve("ocr-worker/target/quarkus-app");
    private static final String LICENCES = "META-INF/licences/";

    private static final Pattern NATIVE =
            Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib)|.*/(ffmpeg|ffprobe|tesseract)");

    /** Group, artifact, version and perhaps a classifier, as Quarkus names the files. */
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.([a-z][^.]*-\\d.*?)(-linux-x86_64)?\\.jar");

    @Test
    void shouldNameEveryNativeLibraryThatIsPacked() throws IOException {
        String page = packed("README.md");

        assertThat(nativeArchives())
                .as("archives with native code; each is named in licences/README.md with its version and licence")
                .hasSizeGreaterThan(5)
                .allSatisfy(archive -> assertThat(page).contains("`" + archive + "`"));
    }

    @Test
    void shouldCarryTheTextsOfTheLicencesAndTheAddressOfTheSource() throws IOException {
        assertThat(packed("LGPL-3.0.txt")).contains("GNU LESSER GENERAL PUBLIC LICENSE", "Version 3, 29 June 2007");
        assertThat(packed("GPL-3.0.txt")).contains("GNU GENERAL PUBLIC LICENSE", "Version 3, 29 June 2007");
        assertThat(packed("LGPL-2.1.txt")).contains("GNU LESSER GENERAL PUBLIC LICENSE", "Version 2.1, February 1999");
        assertThat(packed("GCC-exception-3.1.txt")).contains("GCC RUNTIME LIBRARY EXCEPTION");
        assertThat(packed("MPL-2.0.txt")).contains("Mozilla Public License Version 2.0");
        assertThat(packed("Apache-2.0.txt")).contains("Apache License");
        assertThat(packed("notices.txt")).contains("Alliance for Open Media", "OpenH264", "Leptonica", "OpenBLAS");
        assertThat(packed("README.md"))
                .contains(
                        "https://ffmpeg.org/releases/ffmpeg-" + ffmpegVersion() + ".tar.xz",
                        "https://github.com/bytedeco/javacpp-presets/tree/");
    }

    private static String ffmpegVersion() throws IOException {
        return nativeArchives().stream()
                .filter(name -> name.startsWith("ffmpeg-"))
                .findFirst()
                .orElseThrow()
                .split("-")[1];
    }

    private static List<String> nativeArchives() throws IOException {
        return archives("lib").stream()
                .filter(LicencesIT::hasNativeCode)
                .map(file -> ARCHIVE.matcher(file.getFileName().toString()))
                .filter(name -> {
                    assertThat(name.matches()).isTrue();
                    return true;
                })
                .map(name -> name.group(1))
                .distinct()
                .toList();
    }

    private static boolean hasNativeCode(Path file) {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            return archive.stream()
                    .anyMatch(entry -> NATIVE.matcher(entry.getName()).matches());
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static String packed(String name) throws IOException {
        List<Path> own = archives("app");
        assertThat(own).as("the worker's own archive").hasSize(1);
        try (ZipFile archive = new ZipFile(own.getFirst().toFile());
                InputStream text = archive.getInputStream(archive.getEntry(LICENCES + name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> archives(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(APPLICATION.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }
}
