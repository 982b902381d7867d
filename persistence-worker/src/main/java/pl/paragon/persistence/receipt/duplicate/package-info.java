/**
 * Whether a receipt was saved before: the same file, another picture of the same receipt, or perhaps the same purchase.
 * It is told and never forbidden.
 */
package pl.paragon.persistence.receipt.duplicate;
