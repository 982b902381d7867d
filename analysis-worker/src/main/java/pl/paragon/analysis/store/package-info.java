/**
 * Finding the seller: by tax number first, then a name in the head, then what only one chain prints. The stores are
 * data: {@code stores.tsv}.
 */
package pl.paragon.analysis.store;
