package pl.paragon.analysis.proof;

/**
 * One way to read a line of goods.
 *
 * @param quantity in thousandths, or {@code null}
 * @param unitPrice in grosze, or {@code null}
 * @param total in grosze
 * @param holds whether quantity × unit price is the total; {@code null} where it cannot be formed
 * @param weak whether the total is neither what was read nor the product of what was read: then only a sum speaks for it, and a sum alone is no proof
 * @param cost the negative logarithm of its probability
 */
record LineOption(Long quantity, Long unitPrice, long total, Boolean holds, boolean weak, double cost) {}
