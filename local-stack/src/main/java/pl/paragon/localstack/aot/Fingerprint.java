package pl.paragon.localstack.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a cache depends on, in twelve characters: the JDK, the JVM options, and each jar's path, size and modification
 * time (which is what the JVM itself compares).
 */
final class Fingerprint {

    private static final int LENGTH = 12;

    private Fingerprint() {}

    static String of(String jdk, List<String> jvmOptions, List<Path> jars) {
        MessageDigest digest = sha256();
        add(digest, jdk);
        jvmOptions.forEach(option -> add(digest, option));
        jars.stream().sorted().forEach(jar -> add(digest, describe(jar)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    private static String describe(Path jar) {
        try {
            return jar + " " + Files.size(jar) + " "
                    + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + jar, e);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
