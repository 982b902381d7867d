package pl.paragon.ocr.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Whether native memory comes in pages of 2 MiB: glibc asks for them ({@code GLIBC_TUNABLES=glibc.malloc.hugetlb=1})
 * and Linux gives them to who asks (transparent huge pages). Memory that is given back and asked for again then costs
 * next to nothing; in pages of 4 KiB the detector would take four times as long.
 */
record HugePages(Map<String, String> environment, Path setting) {

    private static final String ASKED_FOR = "glibc.malloc.hugetlb=1";

    static HugePages ofThisProcess() {
        return new HugePages(System.getenv(), Path.of("/sys/kernel/mm/transparent_hugepage/enabled"));
    }

    boolean areUsed() {
        String tunables = environment.getOrDefault("GLIBC_TUNABLES", "");
        return Arrays.asList(tunables.split(":")).contains(ASKED_FOR) && areGiven();
    }

    /** The setting names all three values, the chosen one in brackets; there is none without Linux. */
    private boolean areGiven() {
        try {
            String values = Files.readString(setting);
            return values.contains("[madvise]") || values.contains("[always]");
        } catch (IOException e) {
            return false;
        }
    }
}
