/**
 * From pieces to printed rows. A reader delivers pieces of print wherever its detector cut them: a whole line, a column
 * of it, sometimes a single letter. Paper is photographed tilted and curls, so what stands on one printed row is found
 * by following the local slope of the print from piece to piece.
 */
package pl.paragon.analysis.rows;
