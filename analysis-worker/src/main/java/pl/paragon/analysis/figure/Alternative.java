package pl.paragon.analysis.figure;

/**
 * What a printed number may be.
 *
 * @param value grosze for amounts, thousandths for quantities
 * @param cost how improbable it is: the negative logarithm of its probability; 0 for what was plainly read
 */
public record Alternative(long value, double cost) {}
