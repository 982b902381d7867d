package pl.paragon.testsupport.hostile.format;

import java.util.ArrayList;
import java.util.List;

/** A PDF, object by object: object 1 is the catalog, 2 the page tree, the rest is numbered as it comes. */
public final class RawPdf {

    private final List<byte[]> objects = new ArrayList<>();

    public RawPdf() {
        objects.add(Bytes.ascii("<</Type/Catalog/Pages 2 0 R>>"));
        objects.add(null);
    }

    /** @return the object's number */
    public int add(String body) {
        objects.add(Bytes.ascii(body));
        return objects.size();
    }

    public int next() {
        return objects.size() + 1;
    }

    public RawPdf replace(int number, String body) {
        objects.set(number - 1, Bytes.ascii(body));
        return this;
    }

    /** @param entries of the stream's dictionary, without its length */
    public int stream(String entries, byte[] data) {
        objects.add(new Bytes()
                .put("<<" + entries + "/Length " + data.length + ">>\nstream\n")
                .put(data)
                .put("\nendstream")
                .all());
        return objects.size();
    }

    public int stream(String entries, String data) {
        return stream(entries, Bytes.ascii(data));
    }

    public int deflated(String entries, byte[] data, int times) {
        return stream(entries + "/Filter/FlateDecode", Bytes.deflated(data, times));
    }

    /** A page of A4 with these resources, which draws {@code content}. */
    public byte[] page(String resources, String content) {
        return page(resources, stream("", content), "[0 0 595 842]", "");
    }

    public byte[] page(String resources, int content, String mediaBox, String entries) {
        int page = add("<</Type/Page/Parent 2 0 R/MediaBox" + mediaBox + "/Resources<<" + resources + ">>/Contents "
                + content + " 0 R" + entries + ">>");
        return tree("[" + page + " 0 R]", 1);
    }

    public byte[] tree(String kids, long count) {
        replace(2, "<</Type/Pages/Count " + count + "/Kids" + kids + ">>");
        return end();
    }

    public byte[] end() {
        return end("");
    }

    public byte[] end(String trailer) {
        Bytes out = new Bytes().put("%PDF-1.7\n");
        int[] offsets = new int[objects.size()];
        for (int i = 0; i < objects.size(); i++) {
            offsets[i] = out.length();
            out.put((i + 1) + " 0 obj\n").put(objects.get(i)).put("\nendobj\n");
        }
        int table = out.length();
        out.put("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int offset : offsets) {
            out.put("%010d 00000 n \n".formatted(offset));
        }
        return out.put("trailer\n<</Root 1 0 R/Size " + (objects.size() + 1) + trailer + ">>\nstartxref\n" + table
                        + "\n%%EOF\n")
                .all();
    }

    /** The objects alone, for whoever brings a cross-reference of his own. */
    public Bytes body() {
        Bytes out = new Bytes().put("%PDF-1.7\n");
        for (int i = 0; i < objects.size(); i++) {
            out.put((i + 1) + " 0 obj\n").put(objects.get(i)).put("\nendobj\n");
        }
        return out;
    }
}
