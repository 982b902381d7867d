/** How the tills of different chains print a purchase: rows of text on a sheet, and what of it is the truth. */
package pl.paragon.benchmarks.layout;
