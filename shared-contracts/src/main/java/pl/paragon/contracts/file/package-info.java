/** The claim check: how events speak of files without carrying them. */
package pl.paragon.contracts.file;
