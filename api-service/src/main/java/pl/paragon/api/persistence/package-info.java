/**
 * The way to persistence-worker, the only owner of the database: one client over internal HTTP, which the features
 * that keep something there share. Each has an interface of what it asks for, and a {@code *Client} that says at which
 * address; that persistence-worker is unavailable is said by one exception.
 */
package pl.paragon.api.persistence;
