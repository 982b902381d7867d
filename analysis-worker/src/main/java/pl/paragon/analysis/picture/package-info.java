/** What of a picture stands in the way of its receipt, and what to do for a better one. */
package pl.paragon.analysis.picture;
