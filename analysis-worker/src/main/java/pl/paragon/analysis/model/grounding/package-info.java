/** What of an answer is printed: every amount and every name is found on its row, or rejected. */
package pl.paragon.analysis.model.grounding;
