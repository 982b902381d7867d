package pl.paragon.benchmarks.hops;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.sidebyside.UploadRequest;
import pl.paragon.testsupport.DrawnReceipts;

/** Uploads of a receipt of one page whose PDF has its text: nothing has to be recognised. */
final class TextPdfs {

    private final byte[] file;

    TextPdfs() throws IOException {
        Path folder = Files.createTempDirectory("text-pdf");
        Path pdf = DrawnReceipts.writeTextPdf(folder.resolve("receipt.pdf"), 1);
        file = Files.readAllBytes(pdf);
        Files.delete(pdf);
        Files.delete(folder);
    }

    /** So many, each like no other one, as a comment follows the document's end. */
    List<UploadRequest> uploads(Target target, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new UploadRequest(target, "receipt.pdf", commented()))
                .toList();
    }

    private byte[] commented() {
        byte[] comment = ("\n%" + UUID.randomUUID() + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(file.length + comment.length)
                .put(file)
                .put(comment)
                .array();
    }
}
