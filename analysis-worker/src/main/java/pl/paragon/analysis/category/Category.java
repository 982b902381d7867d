package pl.paragon.analysis.category;

/**
 * The category of a line of goods.
 *
 * @param path in Polish, e.g. {@code Nabiał > Sery}
 * @param pathEn the same in English
 * @param confidence 0–1
 * @param method {@code keyword_match}, or {@code fallback} if nothing fits
 */
public record Category(String path, String pathEn, double confidence, String method) {}
