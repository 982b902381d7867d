package pl.paragon.ocr.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The files that a document carries: attached to it as a whole, or pinned to a page. They are unpacked to disk, never
 * into the heap, and those above the limits are passed over.
 */
final class EmbeddedFiles {

    private static final COSName FILE_ATTACHMENT = COSName.getPDFName("FileAttachment");
    private static final COSName EMBEDDED = COSName.getPDFName("EF");
    private static final COSName ASSOCIATED = COSName.getPDFName("AF");
    /** A mail's logos are attached to it as well. */
    private static final int MOST_FILES = 8;
    /** Of all files. A photograph of a telephone has some five megabytes. */
    private static final long MOST_BYTES = 40L << 20;

    /** Nodes of the tree of names, and annotations, that are looked at. */
    private static final int MOST_NODES = 2_000;

    private final PDDocument document;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<COSStream> found = new ArrayList<>();
    private int nodes;
    private long left = MOST_BYTES;

    private EmbeddedFiles(PDDocument document) {
        this.document = document;
    }

    /** @return new files in the folder, the caller's to delete */
    static List<Path> unpack(PDDocument document, Path folder) throws IOException {
        EmbeddedFiles files = new EmbeddedFiles(document);
        files.find();
        List<Path> unpacked = new ArrayList<>();
        for (COSStream file : files.found) {
            Path path = Files.createTempFile(folder, "attachment-", ".tmp");
            if (files.unpack(file, path)) {
                unpacked.add(path);
            } else {
                Files.delete(path);
            }
        }
        return unpacked;
    }

    private void find() {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names
                && names.getDictionaryObject(COSName.EMBEDDED_FILES) instanceof COSDictionary tree) {
            walk(tree);
        }
        if (catalog.getDictionaryObject(ASSOCIATED) instanceof COSArray associated) {
            addAll(associated);
        }
        for (PDPage page : document.getPages()) {
            if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
                pinned(annotations);
            }
        }
    }

    private void walk(COSDictionary tree) {
        Deque<COSDictionary> open = new ArrayDeque<>(List.of(tree));
        while (!open.isEmpty() && nodes < MOST_NODES) {
            COSDictionary node = open.pop();
            if (seen.add(node)) {
                nodes++;
                if (node.getDictionaryObject(COSName.NAMES) instanceof COSArray leaves) {
                    addAll(leaves);
                }
                if (node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
                    for (int i = 0; i < Math.min(MOST_NODES, kids.size()); i++) {
                        if (kids.getObject(i) instanceof COSDictionary kid) {
                            open.addLast(kid);
                        }
                    }
                }
            }
        }
    }

    private void addAll(COSArray specifications) {
        for (int i = 0; i < Math.min(MOST_NODES, specifications.size()); i++) {
            if (specifications.getObject(i) instanceof COSDictionary specification) {
                add(specification);
            }
        }
    }

    private void pinned(COSArray annotations) {
        for (int i = 0; i < annotations.size() && nodes < MOST_NODES; i++) {
            nodes++;
            if (annotations.getObject(i) instanceof COSDictionary annotation
                    && FILE_ATTACHMENT.equals(annotation.getDictionaryObject(COSName.SUBTYPE))
                    && annotation.getDictionaryObject(COSName.FS) instanceof COSDictionary specification) {
                add(specification);
            }
        }
    }

    private void add(COSDictionary specification) {
        if (specification.getDictionaryObject(EMBEDDED) instanceof COSDictionary files) {
            for (COSName name : List.of(COSName.F, COSName.UF)) {
                if (files.getDictionaryObject(name) instanceof COSStream file
                        && found.size() < MOST_FILES
                        && seen.add(file)) {
                    found.add(file);
                    return;
                }
            }
        }
    }

    private boolean unpack(COSStream file, Path path) {
        COSBase filter = file.getDictionaryObject(COSName.FILTER, COSName.F);
        if (filter instanceof COSArray filters && filters.size() == 1) {
            filter = filters.getObject(0);
        }
        boolean deflated = COSName.FLATE_DECODE.equals(filter);
        if (filter != null && !deflated && !(filter instanceof COSArray none && none.size() == 0)) {
            return false;
        }
        try (InputStream raw = file.createRawInputStream();
                InputStream in = deflated ? new InflaterInputStream(raw) : raw;
                OutputStream out = Files.newOutputStream(path)) {
            byte[] bytes = new byte[1 << 16];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                left -= read;
                if (left < 0) {
                    return false;
                }
                out.write(bytes, 0, read);
            }
            return true;
        } catch (IOException e) {
            return false; // damaged: no file to be read
        }
    }
}
