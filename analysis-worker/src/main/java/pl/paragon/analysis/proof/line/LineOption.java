package pl.paragon.analysis.proof.line;

import pl.paragon.contracts.receipt.Holds;

/**
 * One way to read a line of goods.
 *
 * @param quantity in thousandths, or {@code null}
 * @param unitPrice in grosze, or {@code null}
 * @param total in grosze
 * @param holds whether quantity × unit price is the total
 * @param weak whether the total is neither what was read nor the product of what was read: then only a sum speaks for
 *     it, and a sum alone is no proof
 * @param cost the negative logarithm of its probability
 */
public record LineOption(Long quantity, Long unitPrice, long total, Holds holds, boolean weak, double cost) {}
