/**
 * The {@code grammar} engine: a receipt is a sequence of rows, each row a sequence of words and numbers, and both
 * follow rules. Rows are cut into words and numbers, told apart by what they look like and what their words say, and
 * read section by section: {@linkplain pl.paragon.analysis.grammar.head head},
 * {@linkplain pl.paragon.analysis.grammar.goods goods}, then
 * {@linkplain pl.paragon.analysis.grammar.closing taxes, totals and payments}. Receipts that are not Polish are read
 * {@linkplain pl.paragon.analysis.grammar.abroad another way}. What remains ambiguous is handed on as such; the
 * arithmetic decides.
 */
package pl.paragon.analysis.grammar;
