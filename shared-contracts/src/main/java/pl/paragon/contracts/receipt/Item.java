package pl.paragon.contracts.receipt;

import java.math.BigDecimal;

/**
 * One printed line of goods; repeated lines stay repeated. What is not readable is {@code null}.
 *
 * @param name for people: the printed name, tidied in spaces only
 * @param originalName as printed
 * @param productCode an article number printed on the line
 * @param quantity up to three decimals
 * @param unit {@code szt}, {@code kg}, {@code l}, …
 * @param unitPrice gross, for one unit
 * @param totalPrice gross, as printed on the line, before discounts
 * @param discount of this line, not negative
 * @param netPrice {@code totalPrice − discount}
 * @param vatRate the PTU letter, upper case
 * @param category Polish, as a path: {@code Nabiał > Sery}
 * @param categoryEn the same in English
 * @param categoryConfidence 0–1
 * @param categoryMethod how the category was found
 * @param voided the line was cancelled at the till (storno): it counts for nothing
 * @param confidence 0–1
 */
public record Item(
        String name,
        String originalName,
        String productCode,
        BigDecimal quantity,
        String unit,
        Money unitPrice,
        Money totalPrice,
        Money discount,
        Money netPrice,
        String vatRate,
        String category,
        String categoryEn,
        Double categoryConfidence,
        String categoryMethod,
        boolean voided,
        double confidence,
        Source source) {}
