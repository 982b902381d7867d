/**
 * Tells the receipts of one file apart before any of them is read: on pages, side by side, one below another. The gap
 * between two prints proves nothing, since tables have gaps, too; what counts is that each side stands as a receipt of
 * its own. A card slip, a copy's mark, a repeated head or a total printed twice makes no second receipt. Print that
 * runs another way than the rest of its page is taken for itself before that (TurnedPrint).
 *
 * <pre>
 *  text ──Columns──▶ columns of each page ──Signs──▶ what each row tells ──Sequence──▶ where receipts begin ──▶ parts
 * </pre>
 */
package pl.paragon.analysis.grammar.division;
