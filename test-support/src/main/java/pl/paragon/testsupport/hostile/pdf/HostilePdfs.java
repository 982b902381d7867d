package pl.paragon.testsupport.hostile.pdf;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.testsupport.hostile.HostileFile;

/** PDF files: images, streams, structures, drawings and texts that cost more than they weigh. */
public final class HostilePdfs {

    static final String WHOLE_PAGE = "q 595 0 0 842 0 0 cm /I Do Q";
    static final int MEBIBYTE = 1 << 20;
    private static final String PDF = "application/pdf";

    private HostilePdfs() {}

    public static Stream<HostileFile> all() {
        return Stream.of(
                        HostilePdfImages.all(),
                        HostilePdfScans.all(),
                        HostilePdfJbig2.all(),
                        HostilePdfPlacements.all(),
                        HostilePdfStreams.all(),
                        HostilePdfStructures.all(),
                        HostilePdfDrawings.all(),
                        HostilePdfTexts.all(),
                        HostilePdfForms.all())
                .flatMap(List::stream);
    }

    static HostileFile refused(String name, Supplier<byte[]> content, ErrorCode... codes) {
        return HostileFile.refused("pdf-" + name + ".pdf", PDF, content, codes);
    }

    static HostileFile harmless(String name, Supplier<byte[]> content, ErrorCode... codes) {
        return HostileFile.harmless("pdf-" + name + ".pdf", PDF, content, codes);
    }
}
