package pl.paragon.contracts.text;

/**
 * What a symbol may be.
 *
 * @param text a character, or empty for "nothing stands here"
 * @param p its probability by the reader, 0–1
 */
public record Candidate(String text, double p) {}
