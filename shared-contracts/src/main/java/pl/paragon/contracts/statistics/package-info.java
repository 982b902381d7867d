/** What somebody's saved receipts come to: what the owner of the database tells the gateway of them. */
package pl.paragon.contracts.statistics;
