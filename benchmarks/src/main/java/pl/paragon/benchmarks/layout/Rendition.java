package pl.paragon.benchmarks.layout;

import pl.paragon.benchmarks.truth.Truth;

/** A purchase as a sheet, and the truth of what stands on it; its kind is not known yet. */
public record Rendition(Sheet sheet, Truth truth) {}
