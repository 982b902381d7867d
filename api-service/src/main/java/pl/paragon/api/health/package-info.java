/**
 * The health of the whole: workers by their heartbeats, broker, backlogs and status store by probes. All of it is known
 * before anybody asks, so an answer costs nothing.
 */
package pl.paragon.api.health;
