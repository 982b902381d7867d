/**
 * What a printed number or tax letter may be. A reading other than the one that was read needs a reason in the picture:
 * a character that the reader was not sure of, an alternative of its own, a witness that saw another one, a damaged
 * row. What was read with certainty can be nothing else, whatever an equation asks for.
 */
package pl.paragon.analysis.figure;
