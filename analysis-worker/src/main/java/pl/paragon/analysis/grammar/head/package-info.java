/** Who sold, where and when: the shop, its tax number, the number of the receipt, date and time. */
package pl.paragon.analysis.grammar.head;
