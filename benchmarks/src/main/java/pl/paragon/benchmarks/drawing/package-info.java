/**
 * A sheet as ink on paper, or as a screen shows it. Glyphs come from files of this module and of PDFBox, their outlines
 * read by FontBox: no font and no font library of the machine takes part, so the same seed gives the same pixels
 * everywhere.
 */
package pl.paragon.benchmarks.drawing;
