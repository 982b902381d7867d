package pl.paragon.analysis.figure;

/**
 * A tax letter that a line may bear.
 *
 * @param letter A to G
 * @param cost the negative logarithm of its probability
 */
public record Letter(char letter, double cost) {}
