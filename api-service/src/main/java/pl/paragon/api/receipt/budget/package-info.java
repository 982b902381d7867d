/** A receipt as a budget books it: what was paid, in parts by category that sum to it to the grosz. */
package pl.paragon.api.receipt.budget;
