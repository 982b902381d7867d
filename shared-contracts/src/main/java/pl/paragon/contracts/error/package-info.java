/** Whose fault a failure is, and the sentence that helps. */
package pl.paragon.contracts.error;
