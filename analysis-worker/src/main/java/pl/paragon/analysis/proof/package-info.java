/**
 * Proving. A fiscal receipt is redundant by law: quantity × price is the line, lines less discounts are the sales of a tax letter, the tax follows from the sales,
 * the letters sum to the total. These equations, in integer grosze, are an error-correcting code over what the readers saw: of all readings that satisfy them the most
 * probable is taken. A value is changed only where the equations leave no other explanation of like probability, and the result says so.
 * Nothing here knows which engine made the draft.
 */
package pl.paragon.analysis.proof;
