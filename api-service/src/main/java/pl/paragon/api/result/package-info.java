/**
 * The finished receipt. {@link pl.paragon.api.result.Results} finds its document, {@link pl.paragon.api.result.ResultView}
 * is what clients read of it: every key of the predecessor, and beside them what makes the result provable.
 */
package pl.paragon.api.result;
