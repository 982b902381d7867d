/**
 * Shows that accepted means finished: {@link pl.paragon.chaos.Chaos} starts a Paragon of its own, lets clients
 * ({@code load}) upload, follow and cancel while {@code mischief} is done to everything that runs, waits until nothing
 * moves, and audits ({@code audit}) what the broker, the database, Redis, the file store and the gateways say. Not
 * shipped, and nothing of the product depends on it.
 */
package pl.paragon.chaos;
