/**
 * The section of goods: lines of goods, discounts and which lines they lower, lines taken back, tax letters and the
 * marks that tills print beside names.
 */
package pl.paragon.analysis.grammar.goods;
