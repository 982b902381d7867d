/** What follows the goods on a Polish receipt: tax table, totals, deposits on packaging, payments. */
package pl.paragon.analysis.grammar.closing;
