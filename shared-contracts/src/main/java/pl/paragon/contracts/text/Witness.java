package pl.paragon.contracts.text;

/**
 * What another reader saw on the same line.
 *
 * @param reader its name, e.g. {@code tesseract}
 * @param confidence 0–1
 */
public record Witness(String reader, String text, double confidence) {}
