/** The words and numbers of receipts: what a row's characters may mean before anybody asks what the row is. */
package pl.paragon.analysis.lexicon;
