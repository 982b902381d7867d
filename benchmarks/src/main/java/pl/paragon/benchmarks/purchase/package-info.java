/**
 * Purchases that never were: shops, goods, prices, discounts and deposits, drawn by lot and added up as a till adds
 * them up.
 */
package pl.paragon.benchmarks.purchase;
