package pl.paragon.testsupport.hostile.picture;

import static pl.paragon.contracts.error.ErrorCode.FILE_TYPE_MISMATCH;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_CORRUPT;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LARGE;
import static pl.paragon.contracts.error.ErrorCode.IMAGE_TOO_LONG;
import static pl.paragon.contracts.error.ErrorCode.PDF_CORRUPT;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.format.Bytes;

/** WebP files: canvases that lie, pixels that cost no bit, animations. */
final class HostileWebps {

    private static final String WEBP = "image/webp";

    private HostileWebps() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        files.add(HostileFile.refused(
                "webp-canvas-of-16-million-squared.webp",
                WEBP,
                () -> riff(new Bytes()
                        .put(extended(0, 1 << 24, 1 << 24))
                        .put(lossy(500, 500))
                        .all()),
                IMAGE_TOO_LARGE));
        files.add(HostileFile.refused(
                "webp-canvas-smaller-than-its-frame.webp",
                WEBP,
                () -> riff(new Bytes()
                        .put(extended(0, 500, 500))
                        .put(lossy(16_383, 16_383))
                        .all()),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        files.add(HostileFile.refused(
                "webp-lossless-canvas-smaller-than-its-frame.webp",
                WEBP,
                () -> riff(new Bytes()
                        .put(extended(0, 500, 500))
                        .put(lossless(16_384, 16_384))
                        .all()),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        files.add(HostileFile.refused(
                "webp-claims-16383-squared.webp", WEBP, () -> riff(lossy(16_383, 16_383)), IMAGE_TOO_LARGE));
        files.add(HostileFile.refused(
                "webp-lossless-claims-16384-squared.webp",
                WEBP,
                () -> riff(lossless(16_384, 16_384)),
                IMAGE_TOO_LARGE));
        files.add(HostileFile.harmless(
                "webp-lossless-blank-of-99-megapixels.webp",
                WEBP,
                () -> riff(lossless(9_900, 9_900)),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        files.add(HostileFile.harmless(
                "webp-lossy-cut-of-99-megapixels.webp",
                WEBP,
                () -> riff(lossy(9_900, 9_900)),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        files.add(HostileFile.refused("webp-strip.webp", WEBP, () -> riff(lossless(100, 16_000)), IMAGE_TOO_LONG));
        files.add(HostileFile.harmless(
                "webp-animation-of-4000-frames.webp",
                WEBP,
                () -> animated(5_000, 4_000),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        files.add(HostileFile.harmless(
                "webp-animation-on-a-canvas-of-99-megapixels.webp",
                WEBP,
                () -> animated(9_900, 10),
                IMAGE_CORRUPT,
                IMAGE_TOO_LARGE));
        files.add(HostileFile.refused(
                "webp-head-only.webp",
                WEBP,
                () -> new Bytes().put("RIFF").little32(4).put("WEBP").all(),
                IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "webp-chunk-longer-than-the-file.webp",
                WEBP,
                () -> new Bytes()
                        .put("RIFF")
                        .little32(0xFFFFFFF0L)
                        .put("WEBPVP8L")
                        .little32(0xFFFFFF00L)
                        .put(0x2F)
                        .little32(499 | 499 << 14)
                        .all(),
                IMAGE_CORRUPT));
        files.add(HostileFile.harmless("webp-200000-chunks.webp", WEBP, HostileWebps::webpChunks, IMAGE_CORRUPT));
        files.add(HostileFile.refused(
                "webp-that-is-called-a-pdf.pdf",
                "application/pdf",
                () -> riff(lossless(500, 500)),
                FILE_TYPE_MISMATCH,
                PDF_CORRUPT));
        return files;
    }

    private static byte[] riff(byte[] chunks) {
        return new Bytes()
                .put("RIFF")
                .little32(chunks.length + 4L)
                .put("WEBP")
                .put(chunks)
                .all();
    }

    private static byte[] chunk(String type, byte[] data) {
        Bytes chunk = new Bytes().put(type).little32(data.length).put(data);
        return (data.length % 2 == 1 ? chunk.put(0) : chunk).all();
    }

    private static byte[] extended(int flags, int width, int height) {
        return chunk(
                "VP8X",
                new Bytes()
                        .put(flags, 0, 0, 0)
                        .little24(width - 1)
                        .little24(height - 1)
                        .all());
    }

    /** A key frame's header with nothing behind it that is worth decoding. */
    private static byte[] lossy(int width, int height) {
        byte[] body = Bytes.zeros(4000);
        int firstPartition = 2000;
        int tag = 1 << 4 | firstPartition << 5;
        return chunk(
                "VP8 ",
                new Bytes()
                        .little24(tag)
                        .put(0x9D, 0x01, 0x2A)
                        .little16(width)
                        .little16(height)
                        .put(body)
                        .all());
    }

    /** Five codes of one symbol each: a pixel costs no bit. */
    private static byte[] lossless(int width, int height) {
        Bits bits = new Bits()
                .put(width - 1, 14)
                .put(height - 1, 14)
                .put(0, 1 + 3) // alpha, version
                .put(0, 1) // no transform
                .put(0, 1) // no colour cache
                .put(0, 1); // one group of codes
        for (int i = 0; i < 5; i++) {
            bits.put(1, 1).put(0, 1).put(0, 1).put(0, 1); // simple code: one symbol, one bit long, symbol 0
        }
        return chunk(
                "VP8L",
                new Bytes().put(0x2F).put(bits.all()).put(Bytes.zeros(64)).all());
    }

    private static byte[] animated(int side, int frames) {
        Bytes chunks = new Bytes().put(extended(0x02, side, side)).put(chunk("ANIM", Bytes.zeros(6)));
        byte[] frame = new Bytes()
                .little24(0)
                .little24(0)
                .little24(side - 1)
                .little24(side - 1)
                .little24(100)
                .put(0)
                .put(lossless(side, side))
                .all();
        for (int i = 0; i < frames; i++) {
            chunks.put(chunk("ANMF", frame));
        }
        return riff(chunks.all());
    }

    private static byte[] webpChunks() {
        Bytes chunks = new Bytes().put(extended(0, 500, 500));
        byte[] unknown = chunk("JUNK", new byte[0]);
        for (int i = 0; i < 200_000; i++) {
            chunks.put(unknown);
        }
        return riff(chunks.put(lossless(500, 500)).all());
    }

    /** Bits, the lowest first. */
    private static final class Bits {

        private final Bytes out = new Bytes();
        private int current;
        private int filled;

        Bits put(int value, int count) {
            for (int i = 0; i < count; i++) {
                current |= (value >> i & 1) << filled;
                if (++filled == 8) {
                    out.put(current);
                    current = 0;
                    filled = 0;
                }
            }
            return this;
        }

        byte[] all() {
            return filled > 0 ? out.put(current).all() : out.all();
        }
    }
}
