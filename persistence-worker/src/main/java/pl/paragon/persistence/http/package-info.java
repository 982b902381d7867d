/**
 * What the endpoints for our own services share. None of them authenticates, so their port must be reachable by our own
 * services only.
 */
package pl.paragon.persistence.http;
