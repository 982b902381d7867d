/**
 * Saved receipts for their owner, by way of the gateway: found by words, shop, category, date, amount and verdict, and
 * listed page by page. What is frequent is found by going through the newest receipts, what is rare by an index,
 * whatever the database guesses of how frequent it is.
 */
package pl.paragon.persistence.search;
