package pl.paragon.analysis.draft;

import java.math.BigDecimal;

/**
 * A printed rate of tax.
 *
 * @param sure whether it was read with certainty
 */
public record Rate(BigDecimal percent, boolean sure) {}
