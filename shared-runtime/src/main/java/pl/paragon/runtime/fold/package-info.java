/**
 * Folds of topics whose positions are kept beside what is folded, in the same store and the same transaction, and not
 * in the broker: what the store has lost is then folded again. They are no channels, since a channel's positions are
 * the broker's.
 */
package pl.paragon.runtime.fold;
