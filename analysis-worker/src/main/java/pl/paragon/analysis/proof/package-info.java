/**
 * Proving. A fiscal receipt is redundant by law: quantity × price is the line, lines less discounts are the sales of a
 * tax letter, the tax follows from the sales, the letters sum to the total. These equations, in integer grosze, are an
 * error-correcting code over what the readers saw: of all readings that satisfy them the most probable is taken. A
 * value is changed only if the picture leaves it open ({@link pl.paragon.analysis.figure.Certainty}) and the equations
 * leave no other explanation of like probability, and the result says so. What was read with certainty stands, and the
 * equation that it breaks is named.
 * {@linkplain pl.paragon.analysis.proof.closing The totals} are decoded first, then
 * {@linkplain pl.paragon.analysis.proof.line the lines}. Nothing here knows which engine made the draft.
 */
package pl.paragon.analysis.proof;
