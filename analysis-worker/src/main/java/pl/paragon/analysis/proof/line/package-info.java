/** Reading the lines: all ways to read each one, and the choice among them that makes the sums right. */
package pl.paragon.analysis.proof.line;
