package pl.paragon.contracts.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of files that can be read: the media types that clients call them by, and the bytes that they begin with.
 * What the bytes say counts; the gateway and the OCR worker ask the same enum, so what one accepts the other can read.
 */
public enum FileType {
    JPEG("image/jpeg", "image/jpg", "image/pjpeg"),
    PNG("image/png", "image/x-png"),
    WEBP("image/webp"),
    PDF("application/pdf", "application/x-pdf"),
    /** Any HEIF whose pixels are HEVC; telephones call the same file by either name. */
    HEIC("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"),
    AVIF("image/avif", "image/avif-sequence"),
    TIFF("image/tiff", "image/tif", "image/x-tiff", "image/x-tif"),
    GIF("image/gif"),
    BMP("image/bmp", "image/x-bmp", "image/x-ms-bmp", "image/x-windows-bmp"),
    /** In its own container or as a bare codestream. */
    JPEG2000("image/jp2", "image/jpx", "image/j2c", "image/j2k", "image/jpeg2000", "image/x-jp2", "image/x-jpeg2000");

    /** As many first bytes as it takes to tell them apart: a PDF's header may stand anywhere in its first kilobyte. */
    public static final int HEAD = 1024;

    private static final Set<String> UNTOLD = Set.of("", "application/octet-stream", "binary/octet-stream");
    private static final Set<String> HEVC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx");
    private static final Set<String> AV1_BRANDS = Set.of("avif", "avis");
    /** HEIF of any codec; the compatible brands tell which. */
    private static final Set<String> NEUTRAL_BRANDS = Set.of("mif1", "mif2", "msf1", "miaf");

    private static final Set<Integer> BMP_HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);
    private static final int FIRST_BRAND = 8;
    private static final int FIRST_COMPATIBLE_BRAND = 16;

    private final List<String> names;

    FileType(String... names) {
        this.names = List.of(names);
    }

    /** The media type under which the file travels inside the house. */
    public String mediaType() {
        return names.getFirst();
    }

    /** Every media type by which a client may call it, {@link #mediaType()} first; in lower case. */
    public List<String> names() {
        return names;
    }

    /** Whether a client may call it that; a declaration that tells nothing fits every kind. */
    public boolean isCalled(String declared) {
        String essence = essence(declared);
        return UNTOLD.contains(essence) || names.contains(essence);
    }

    /** The kind that a media type names, whatever its case and parameters; empty if it names none of ours. */
    public static Optional<FileType> declared(String contentType) {
        String essence = essence(contentType);
        return Arrays.stream(values())
                .filter(type -> type.names.contains(essence))
                .findFirst();
    }

    /**
     * Whether a declared media type leaves it to the bytes: there is none, or it is {@code application/octet-stream},
     * which browsers and mail programs send for what they do not know.
     */
    public static boolean isUntold(String contentType) {
        return UNTOLD.contains(essence(contentType));
    }

    private static String essence(String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The kind of a file that begins with these bytes, {@link #HEAD} of them; empty if it is none of ours. */
    public static Optional<FileType> detected(byte[] head) {
        return Arrays.stream(values()).filter(type -> type.begins(head)).findFirst();
    }

    private boolean begins(byte[] head) {
        return switch (this) {
            case JPEG -> has(head, 0, 0xFF, 0xD8, 0xFF);
            case PNG -> has(head, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
            case WEBP -> has(head, 0, 'R', 'I', 'F', 'F') && has(head, 8, 'W', 'E', 'B', 'P');
            case HEIC -> isHeif(head, HEVC_BRANDS, true);
            case AVIF -> isHeif(head, AV1_BRANDS, false);
            case TIFF -> has(head, 0, 'I', 'I', 42, 0) || has(head, 0, 'M', 'M', 0, 42);
            case GIF -> has(head, 0, 'G', 'I', 'F', '8', '7', 'a') || has(head, 0, 'G', 'I', 'F', '8', '9', 'a');
            case BMP -> isBmp(head);
            case JPEG2000 ->
                has(head, 0, 0, 0, 0, 12, 'j', 'P', ' ', ' ', 0x0D, 0x0A, 0x87, 0x0A)
                        || has(head, 0, 0xFF, 0x4F, 0xFF, 0x51);
            // Readers of PDF accept something else before the header, and so do the files that people send.
            case PDF -> new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-");
        };
    }

    /**
     * @param brands of the codec, one of which the file must be or be compatible with
     * @param unnamed whether a neutral file that names no codec at all is taken for one of these
     */
    private static boolean isHeif(byte[] head, Set<String> brands, boolean unnamed) {
        if (!has(head, 4, 'f', 't', 'y', 'p')) {
            return false;
        }
        String major = brand(head, FIRST_BRAND);
        if (!NEUTRAL_BRANDS.contains(major)) {
            return brands.contains(major);
        }
        Set<String> compatible = new HashSet<>();
        long end = Math.min(head.length, size(head));
        for (int at = FIRST_COMPATIBLE_BRAND; at + 4 <= end; at += 4) {
            compatible.add(brand(head, at));
        }
        return compatible.stream().anyMatch(brands::contains)
                || unnamed && compatible.stream().noneMatch(AV1_BRANDS::contains);
    }

    private static long size(byte[] head) {
        return (head[0] & 0xFFL) << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | head[3] & 0xFF;
    }

    private static String brand(byte[] head, int at) {
        return at + 4 <= head.length ? new String(head, at, 4, StandardCharsets.ISO_8859_1) : "";
    }

    /** Two letters are too little to go by: a text may begin with them. */
    private static boolean isBmp(byte[] head) {
        return has(head, 0, 'B', 'M')
                && head.length >= 18
                && BMP_HEADERS.contains(
                        head[14] & 0xFF | (head[15] & 0xFF) << 8 | (head[16] & 0xFF) << 16 | head[17] << 24);
    }

    private static boolean has(byte[] head, int from, int... magic) {
        if (head.length < from + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (head[from + i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }
}
