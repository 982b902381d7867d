/** What somebody's saved receipts come to: spending by month, category or shop, and prices over time. */
package pl.paragon.persistence.statistics;
