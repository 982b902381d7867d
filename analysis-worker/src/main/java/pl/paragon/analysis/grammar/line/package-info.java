/**
 * One row: its words and numbers, what its words say, the name at its beginning and the numbers at its end.
 */
package pl.paragon.analysis.grammar.line;
