package pl.paragon.ocr.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.ocr.document.budget.PdfBudget;

/**
 * The pages that can be reached, whatever the tree says of their number: PDFBox finds a page by the counts of its
 * tree's nodes, and generators write wrong ones.
 */
final class PageTree {

    private static final List<COSName> INHERITED =
            List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

    /** A book of 20,000 pages has four levels. */
    private static final int DEEPEST = 32;

    private static final int MOST_KIDS = 20_000;

    private final int mostPages;
    private final List<COSDictionary> pages = new ArrayList<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int kids;

    private PageTree(int mostPages) {
        this.mostPages = mostPages;
    }

    /** Puts a tree of one level, with a true count, in the place of the document's own. */
    static void flatten(PDDocument document, int mostPages) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        PageTree tree = new PageTree(mostPages);
        if (catalog.getDictionaryObject(COSName.PAGES) instanceof COSDictionary root) {
            tree.walk(root);
        }
        catalog.setItem(COSName.PAGES, tree.flat());
    }

    private record Node(COSDictionary dictionary, int depth) {}

    /** Depth first, without recursion. One page more than allowed is enough to refuse the document. */
    private void walk(COSDictionary root) {
        Deque<Node> open = new ArrayDeque<>();
        seen.add(root);
        open.push(new Node(root, 1));
        while (!open.isEmpty() && pages.size() <= mostPages) {
            Node node = open.pop();
            PdfBudget.require(ErrorCode.PDF_TOO_COMPLEX, "page_tree_depth", node.depth, DEEPEST);
            if (node.dictionary.getDictionaryObject(COSName.KIDS) instanceof COSArray array) {
                addKids(node, array, open);
            } else if (!COSName.PAGES.equals(node.dictionary.getDictionaryObject(COSName.TYPE))) {
                pages.add(node.dictionary);
            }
        }
    }

    private void addKids(Node node, COSArray array, Deque<Node> open) {
        kids += array.size();
        PdfBudget.require(ErrorCode.PDF_TOO_COMPLEX, "page_tree_kids", kids, MOST_KIDS);
        for (int i = array.size() - 1; i >= 0; i--) {
            if (array.getObject(i) instanceof COSDictionary kid && seen.add(kid)) {
                inherit(node.dictionary, kid);
                open.push(new Node(kid, node.depth + 1));
            }
        }
    }

    private static void inherit(COSDictionary from, COSDictionary to) {
        for (COSName name : INHERITED) {
            COSBase value = from.getItem(name);
            if (value != null && to.getDictionaryObject(name) == null) {
                to.setItem(name, value);
            }
        }
    }

    private COSDictionary flat() {
        COSDictionary root = new COSDictionary();
        COSArray all = new COSArray();
        for (COSDictionary page : pages) {
            page.setItem(COSName.TYPE, COSName.PAGE);
            page.setItem(COSName.PARENT, root);
            all.add(page);
        }
        root.setItem(COSName.TYPE, COSName.PAGES);
        root.setItem(COSName.KIDS, all);
        root.setItem(COSName.COUNT, COSInteger.get(all.size()));
        return root;
    }
}
