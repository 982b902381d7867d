/**
 * Letter for letter: a small model of letters over the alternatives of the readers. It chooses among what was seen and
 * never replaces a word by another.
 */
package pl.paragon.analysis.spelling;
