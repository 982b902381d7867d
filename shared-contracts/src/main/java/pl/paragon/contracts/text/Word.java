package pl.paragon.contracts.text;

/** @param confidence 0–1 */
public record Word(String text, Box box, double confidence) {}
