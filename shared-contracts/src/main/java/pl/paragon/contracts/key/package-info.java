/** API keys: what a client shows, what is kept of it, and what it permits. */
package pl.paragon.contracts.key;
