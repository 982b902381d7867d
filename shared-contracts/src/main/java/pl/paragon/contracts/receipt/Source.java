package pl.paragon.contracts.receipt;

import pl.paragon.contracts.text.Box;

/**
 * Where a value of the result stands in the picture.
 *
 * @param page from 1
 * @param box in pixels of the page as displayed upright
 * @param text as recognised, before any repair
 * @param confidence 0–1
 * @param repaired the equation that proves a repair of what was recognised, in words; {@code null} if nothing was
 *     repaired
 */
public record Source(int page, Box box, String text, double confidence, String repaired) {}
