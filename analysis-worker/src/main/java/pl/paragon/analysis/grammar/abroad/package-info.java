/**
 * Receipts from abroad. Their layouts have little in common but that words stand before amounts, so every amount is
 * weighed by its words and by the sums that it closes.
 */
package pl.paragon.analysis.grammar.abroad;
