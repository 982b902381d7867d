/** Texts as mere characters: what is known before anything is known of receipts, and by everybody. */
package pl.paragon.analysis.text;
