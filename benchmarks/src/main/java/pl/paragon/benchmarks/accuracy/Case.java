package pl.paragon.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pl.paragon.benchmarks.truth.Truth;
import pl.paragon.running.client.ReceiptClient;

/** A picture with its truth. */
public record Case(Path picture, Truth truth) {

    public String name() {
        return picture.getFileName().toString();
    }

    /**
     * All pictures (and PDF files) of a folder that have a truth beside them, in the order of their names.
     *
     * @throws IOException if there is none, or a truth is none
     */
    public static List<Case> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("There is no folder " + folder);
        }
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Path truth = Truth.beside(file);
                if (ReceiptClient.canSend(file) && Files.exists(truth)) {
                    cases.add(new Case(file, Truth.read(truth)));
                }
            }
        }
        if (cases.isEmpty()) {
            throw new IOException("No picture in " + folder
                    + " has its truth beside it (NAME.jpg and NAME.json; the form is in benchmarks/README.md).");
        }
        return cases;
    }
}
