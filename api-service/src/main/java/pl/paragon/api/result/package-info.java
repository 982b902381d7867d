/** The finished receipt as clients read it: every key of the predecessor, and beside them what makes the result provable. */
package pl.paragon.api.result;
