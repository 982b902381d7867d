package pl.paragon.contracts.receipt;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.Box;

/**
 * How many receipts the uploaded file shows, and which of them the result is about. They are numbered from 1 in reading
 * order: by pages, on a page by columns from left to right, in a column from top to bottom.
 *
 * @param count of different receipts
 * @param told the number of the one that the result is about
 * @param others in short, in their order
 * @param copies further prints of receipts that are counted already
 */
public record ReceiptsInFile(int count, int told, List<Other> others, List<Copy> copies) {

    /** A file with a single receipt. */
    public static final ReceiptsInFile ONE = new ReceiptsInFile(1, 1, List.of(), List.of());

    public ReceiptsInFile {
        others = others == null ? List.of() : List.copyOf(others);
        copies = copies == null ? List.of() : List.copyOf(copies);
        if (told < 1 || told > count || others.size() != count - 1) {
            throw new IllegalArgumentException(
                    "of %d receipts number %d is told and %d others are listed".formatted(count, told, others.size()));
        }
    }

    /**
     * A receipt that the result is not about. What is not readable is {@code null}.
     *
     * @param position its number
     * @param page on which it begins, from 1
     * @param box around its print on that page, in pixels of the page as displayed upright
     * @param storeName the chain's or shop's usual name
     * @param verdict what its own arithmetic says
     */
    public record Other(
            int position,
            int page,
            Box box,
            String storeName,
            String nip,
            String receiptNumber,
            LocalDate date,

            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm")
            LocalTime time,

            String currency,
            Money totalAmount,
            Verdict verdict) {

        public Other {
            Objects.requireNonNull(verdict, "each receipt has its verdict");
        }
    }

    /**
     * Another print of a receipt.
     *
     * @param of the receipt's number
     * @param page on which the copy begins, from 1
     * @param box around its print on that page, in pixels of the page as displayed upright
     */
    public record Copy(int of, int page, Box box) {}
}
