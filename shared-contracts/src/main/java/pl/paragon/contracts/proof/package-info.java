/**
 * The equations of a receipt by name, the arithmetic of fiscal printers, and how people are told what does not add up.
 * They are formed in two places: over a draft whose figures may each be read in several ways, when a receipt is read,
 * and over {@linkplain pl.paragon.contracts.proof.CorrectedProof exact figures}, when somebody has corrected it. What a
 * check is called, when it holds and what is said of it is the same in both.
 */
package pl.paragon.contracts.proof;
