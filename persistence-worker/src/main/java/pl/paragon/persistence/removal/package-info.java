/**
 * Files that must go: of jobs that were cancelled or deleted on request, and of receipts whose retention has ended.
 * What decides so writes it down in the same transaction ({@link pl.paragon.persistence.removal.Removals}); whichever
 * worker is alive then does it, as often as it takes.
 */
package pl.paragon.persistence.removal;
