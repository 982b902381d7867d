/** {@code keys}: makes, lists and revokes API keys, which a persistence-worker keeps as hashes. */
package pl.paragon.operations.key;
