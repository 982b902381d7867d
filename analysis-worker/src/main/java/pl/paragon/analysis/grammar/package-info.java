/**
 * The {@code grammar} engine: a receipt is a sequence of rows, each row a sequence of words and numbers, and both follow rules.
 * Rows are cut into words and numbers, told apart by what they look like and what their words say, and read section by section:
 * head, goods, tax table, totals, deposits, payments. What remains ambiguous is handed on as such; the arithmetic decides.
 */
package pl.paragon.analysis.grammar;
