/** Reading tax table and totals so that their equations hold, and what is to pay with deposits. */
package pl.paragon.analysis.proof.closing;
