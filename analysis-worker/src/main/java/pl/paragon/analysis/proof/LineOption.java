package pl.paragon.analysis.proof;

/**
 * One way to read a line of goods.
 *
 * @param quantity in thousandths, or {@code null}
 * @param unitPrice in grosze, or {@code null}
 * @param total in grosze
 * @param holds whether quantity × unit price is the total; {@code null} where it cannot be formed
 * @param cost the negative logarithm of its probability
 */
record LineOption(Long quantity, Long unitPrice, long total, Boolean holds, double cost) {}
