package pl.paragon.api.v3.receipt.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import pl.paragon.api.receipt.Receipts;
import pl.paragon.api.v3.receipt.ReceiptView;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.saved.SavedReceipt;

/** Writes receipts while they are read: however many they are, a few are in memory. */
public final class Export {

    private final Receipts receipts;

    public Export(Receipts receipts) {
        this.receipts = receipts;
    }

    /**
     * @param account that Firefly III knows by this name; the other formats need none
     * @param all from the beginning each time it is iterated over
     */
    public void write(ExportFormat format, String account, Iterable<SavedReceipt> all, OutputStream out)
            throws IOException {
        switch (format) {
            case CSV -> writeCsv(all.iterator(), out);
            case JSONL -> writeJson(all.iterator(), out);
            case ZIP -> writeZip(all, out);
            case ACTUAL -> writeForActual(all.iterator(), out);
            case FIREFLY -> writeForFirefly(all.iterator(), account, out);
        }
    }

    private static void writeCsv(Iterator<SavedReceipt> all, OutputStream out) throws IOException {
        out.write(CsvRows.header().getBytes(StandardCharsets.UTF_8));
        while (all.hasNext()) {
            out.write(CsvRows.of(all.next()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void writeJson(Iterator<SavedReceipt> all, OutputStream out) throws IOException {
        while (all.hasNext()) {
            out.write(Json.write(ReceiptView.of(all.next())));
            out.write('\n');
        }
    }

    private static void writeForActual(Iterator<SavedReceipt> all, OutputStream out) throws IOException {
        String before = "[\n";
        while (all.hasNext()) {
            Optional<ActualTransaction> transaction = ActualTransaction.of(all.next());
            if (transaction.isPresent()) {
                out.write(before.getBytes(StandardCharsets.UTF_8));
                out.write(Json.write(transaction.get()));
                before = ",\n";
            }
        }
        out.write((before.equals("[\n") ? "[]\n" : "\n]\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void writeForFirefly(Iterator<SavedReceipt> all, String account, OutputStream out)
            throws IOException {
        while (all.hasNext()) {
            Optional<FireflyTransactions> transactions = FireflyTransactions.of(all.next(), account);
            if (transactions.isPresent()) {
                out.write(Json.write(transactions.get()));
                out.write('\n');
            }
        }
    }

    /** The receipts are read for each part anew: a ZIP has one file after the other. */
    private void writeZip(Iterable<SavedReceipt> all, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("receipts.csv"));
        writeCsv(all.iterator(), zip);
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("receipts.jsonl"));
        writeJson(all.iterator(), zip);
        zip.closeEntry();
        zip.setLevel(Deflater.NO_COMPRESSION); // pictures are compressed
        for (Iterator<SavedReceipt> each = all.iterator(); each.hasNext(); ) {
            writePicture(each.next(), zip);
        }
        zip.finish();
    }

    private void writePicture(SavedReceipt receipt, ZipOutputStream zip) throws IOException {
        switch (receipts.open(new Receipts.Picture.Kept(receipt))) {
            case Receipts.Content.Opened(InputStream bytes) -> {
                try (bytes) {
                    zip.putNextEntry(new ZipEntry("pictures/" + receipt.jobId() + extension(receipt)));
                    bytes.transferTo(zip);
                    zip.closeEntry();
                }
            }
            case Receipts.Content.Gone() -> {
                // Its retention has ended: the receipt is in the other two files.
            }
            case Receipts.Content.Unavailable() ->
                throw new IOException("the picture of job " + receipt.jobId() + " cannot be read now");
        }
    }

    private static String extension(SavedReceipt receipt) {
        String type = receipt.submission().file().mediaType();
        return type.equals("application/pdf") ? ".pdf" : "." + type.substring(type.indexOf('/') + 1);
    }
}
